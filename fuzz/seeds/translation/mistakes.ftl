gone = A
# c

gone = { gone }
- = x
