busy = { "\u00é" }
gone = A
