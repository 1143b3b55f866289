-term = { $seconds ->
    [one] un segundo
   *[other] { NUMBER($seconds, minimumFractionDigits: 1) } segundos
}
    .gender = masculine
too_fast = Espera { -term(seconds: 5) }, { $name }: { $seconds ->
    [0] ya
    [one] uno
   *[other] { $seconds }
}.
    .title = { text }
    .meaning = Dos
        líneas { "{" }.
text = Más { -term.gender ->
    [masculine] él
   *[other] ella
}
broken = { $limit } { DATETIME($name, dateStyle: "long", timeStyle: "short") }
busy = { broken } { "\u0041" } { 5.00 } { NUMBER($seconds, type: "ordinal") }
