### The sentences of Manila itself in German. Above each stands the English one.

## Rules

# A value is required.
manila-required = Ein Wert ist erforderlich.

# Must be a valid email address.
manila-email = Muss eine gültige E-Mail-Adresse sein.

# Must be a valid URL.
manila-url = Muss eine gültige URL sein.

# Must be a valid IP address.
manila-ip = Muss eine gültige IP-Adresse sein.

# Must be a valid IPv4 address.
manila-ipv4 = Muss eine gültige IPv4-Adresse sein.

# Must be a valid IPv6 address.
manila-ipv6 = Muss eine gültige IPv6-Adresse sein.

# Must be a valid phone number.
manila-phone-number = Muss eine gültige Telefonnummer sein.

# Must be a valid credit card number.
manila-credit-card = Muss eine gültige Kreditkartennummer sein.

# Must contain only ASCII characters.
manila-ascii = Darf nur ASCII-Zeichen enthalten.

# Must contain only letters and digits.
manila-alphanumeric = Darf nur Buchstaben und Ziffern enthalten.

# Must not contain control characters.
manila-non-control-character = Darf keine Steuerzeichen enthalten.

# Does not match the required format.
manila-pattern = Entspricht nicht dem verlangten Format.

# Must contain the required text.
manila-contains = Muss den verlangten Text enthalten.

# Must not contain the forbidden text.
manila-does-not-contain = Darf den verbotenen Text nicht enthalten.

# Does not start with the required text.
manila-prefix = Beginnt nicht mit dem verlangten Text.

# Does not end with the required text.
manila-suffix = Endet nicht mit dem verlangten Text.

# Must be the same as `{other}`.
manila-matches = Muss mit `{ $other }` übereinstimmen.

# Must be the same as the other value.
manila-matches-other-value = Muss mit dem anderen Wert übereinstimmen.

# Must have a length of at least {min}.
manila-min-length = Muss eine Länge von mindestens { $min } haben.

# Must have a length of at most {max}.
manila-max-length = Muss eine Länge von höchstens { $max } haben.

# Must have a length of {equal}.
manila-length = Muss eine Länge von { $equal } haben.

# Must be at least {min}.
manila-min = Muss mindestens { $min } sein.

# Must be more than {exclusive_min}.
manila-min-exclusive = Muss größer als { $exclusive_min } sein.

# Must be at most {max}.
manila-max = Darf höchstens { $max } sein.

# Must be less than {exclusive_max}.
manila-max-exclusive = Muss kleiner als { $exclusive_max } sein.

# Must be between {min} and {max}.
manila-range-between = Muss zwischen { $min } und { $max } liegen.

# Is out of range.
manila-range = Liegt außerhalb des zulässigen Bereichs.

## Values

# The value is invalid.
manila-value-invalid = Der Wert ist ungültig.

# Must be one of the allowed values.
manila-value-not-allowed = Muss einer der zulässigen Werte sein.

# The value has the wrong type.
manila-wrong-type = Der Wert hat den falschen Typ.

# Must be a string.
manila-type-string = Muss eine Zeichenkette sein.

# Must be an integer.
manila-type-integer = Muss eine ganze Zahl sein.

# Must be a number.
manila-type-number = Muss eine Zahl sein.

# Must be a boolean.
manila-type-boolean = Muss ein boolescher Wert sein.

# Must be an array.
manila-type-array = Muss ein Array sein.

# Must be an object.
manila-type-object = Muss ein Objekt sein.

# Must be null.
manila-type-null = Muss null sein.

## Members

# A required member is missing.
manila-member-missing = Ein erforderliches Feld fehlt.

# This member is not known.
manila-member-unknown = Dieses Feld ist nicht bekannt.

# This member appears more than once.
manila-member-repeated = Dieses Feld kommt mehrfach vor.

# The name of a member is invalid.
manila-member-name-invalid = Der Name eines Feldes ist ungültig.

# The name of a member must be one of the allowed values.
manila-member-name-not-allowed = Der Name eines Feldes muss einer der zulässigen Werte sein.

# A member that is required inside this value is missing.
manila-inner-member-missing = Innerhalb dieses Werts fehlt ein erforderliches Feld.

# A member inside this value is not known.
manila-inner-member-unknown = Innerhalb dieses Werts ist ein Feld nicht bekannt.

# A member inside this value appears more than once.
manila-inner-member-repeated = Innerhalb dieses Werts kommt ein Feld mehrfach vor.

# A value inside this one has the wrong type.
manila-inner-wrong-type = Ein Wert innerhalb dieses Werts hat den falschen Typ.

# A number inside this value is out of range.
manila-inner-out-of-range = Eine Zahl innerhalb dieses Werts liegt außerhalb des zulässigen Bereichs.

## Parameters

# A required parameter is missing.
manila-parameter-missing = Ein erforderlicher Parameter fehlt.

# This parameter is not known.
manila-parameter-unknown = Dieser Parameter ist nicht bekannt.

# This parameter appears more than once.
manila-parameter-repeated = Dieser Parameter kommt mehrfach vor.

## Bodies and media types

# The request has no body.
manila-body-missing = Die Anfrage hat keinen Body.

# The body is not valid JSON.
manila-body-not-json = Der Body ist kein gültiges JSON.

# A string in the body is not valid Unicode text.
manila-body-not-unicode = Eine Zeichenkette im Body ist kein gültiger Unicode-Text.

# The body is nested too deeply.
manila-body-too-deep = Der Body ist zu tief verschachtelt.

# The body has no media type.
manila-body-without-media-type = Der Body hat keinen Medientyp.

# The body is of another media type.
manila-body-of-other-media-type = Der Body hat einen anderen Medientyp.

# The body has a content coding.
manila-body-encoded = Der Body hat eine Inhaltskodierung.

# The content coding of the request is not supported.
manila-content-coding-unsupported = Die Inhaltskodierung der Anfrage wird nicht unterstützt.

# Of the media type's parameters only `ext`, with extensions that are supported, and `profile` can be used.
manila-media-type-parameters = Von den Parametern des Medientyps sind nur `ext`, mit unterstützten Erweiterungen, und `profile` verwendbar.

# JSON:API is accepted only with parameters or extensions that are not supported.
manila-json-api-not-acceptable = Die Anfrage akzeptiert JSON:API nur mit Parametern oder Erweiterungen, die nicht unterstützt werden.

## Markdown

# Details:
manila-details = Einzelheiten:

# The body
manila-place-body = Der Inhalt

# Parameter
manila-place-parameter = Parameter

# Header
manila-place-header = Header

# There are more mistakes than were looked for.
manila-more-violations = Es gibt mehr Fehler, als gesucht wurden.

# Left out for want of room: {count}.
manila-left-out = Aus Platzmangel weggelassen: { $count }.

# The request that mends it:
manila-next-request = Die Anfrage, die es behebt:

# The service gives no advice about this error.
manila-no-advice = Der Dienst gibt zu diesem Fehler keinen Rat.

# The same request can succeed after 1 second.
manila-retry-after-second = Dieselbe Anfrage kann nach 1 Sekunde gelingen.

# The same request can succeed after {seconds} seconds.
manila-retry-after-seconds = Dieselbe Anfrage kann nach { $seconds } Sekunden gelingen.

# The same request can succeed at the time that `retry-after` says.
manila-retry-at-moment = Dieselbe Anfrage kann zu dem Zeitpunkt gelingen, den `retry-after` nennt.

# The same request can succeed later.
manila-retry-later = Dieselbe Anfrage kann später gelingen.

# The same request can succeed later. Wait longer after each attempt.
manila-retry-backoff = Dieselbe Anfrage kann später gelingen. Warten Sie nach jedem Versuch länger.

# Change the request before you send it again.
manila-retry-after-change = Ändern Sie die Anfrage, bevor Sie sie erneut senden.

# The same request fails again. Do not repeat it.
manila-retry-never = Dieselbe Anfrage schlägt wieder fehl. Wiederholen Sie sie nicht.

# The request had no effect.
manila-applied-no = Die Anfrage hatte keine Wirkung.

# The request had its effect before it failed.
manila-applied-yes = Die Anfrage hat gewirkt, bevor sie fehlschlug.

# Whether the request had its effect is not known. Find out before you repeat it.
manila-applied-unknown = Ob die Anfrage gewirkt hat, ist nicht bekannt. Sehen Sie nach, bevor Sie sie wiederholen.

## Statuses that HTTP has no name for

# The request could not be served.
manila-client-error = Die Anfrage konnte nicht bedient werden.

# Something went wrong on the server.
manila-server-error = Auf dem Server ist etwas schiefgegangen.

## The error reference: what is on every page

# Skip to the content
manila-page-skip = Zum Inhalt springen

# errors
manila-page-errors = Fehler

# {name} errors
manila-page-errors-of = Fehler von { $name }

# Reference
manila-page-reference = Referenz

# Language
manila-page-language = Sprache

# All codes
manila-page-all-codes = Alle Codes

# This catalog
manila-page-this-catalog = Dieser Katalog

# Operations
manila-page-operations = Operationen

# Changes
manila-page-changes = Änderungen

# For operators.
manila-page-internal = Für Betreiber.

# This reference has what is not for clients; do not publish it.
manila-page-internal-note = Diese Referenz enthält, was nicht für Clients bestimmt ist; veröffentlichen Sie sie nicht.

# {service}, version {version}
manila-page-version = { $service }, Version { $version }

# Feed
manila-page-feed = Feed

# For language models
manila-page-for-models = Für Sprachmodelle

# {count} codes
manila-page-codes = { $count ->
    [one] { $count } Code
   *[other] { $count } Codes
}

# Where this is
manila-page-where-this-is = Wo diese Seite steht

## The error reference: the list

# {count} codes that {service} answers with: what each means, and what to do.
manila-page-list-about = { $count ->
    [one] { $count } Code, mit dem { $service } antwortet: was er bedeutet und was zu tun ist.
   *[other] { $count } Codes, mit denen { $service } antwortet: was jeder bedeutet und was zu tun ist.
}

# Each has a page: what it means, when it occurs, what to do, and the whole response.
manila-page-list-lead = Jeder hat eine Seite: was er bedeutet, wann er auftritt, was zu tun ist und die ganze Antwort.

# Codes
manila-page-list = Codes

# Search
manila-page-search = Suche

# A code, a sentence, a meaning
manila-page-search-hint = Ein Code, ein Satz, eine Bedeutung

# Any
manila-page-any = Beliebig

# Clear
manila-page-clear = Zurücksetzen

# {shown} of {count} codes
manila-page-shown = { $count ->
    [one] { $shown } von { $count } Code
   *[other] { $shown } von { $count } Codes
}

# {slash} searches, {arrows} move, {enter} opens
manila-page-keys = { $slash } sucht, { $arrows } bewegen, { $enter } öffnet

# Sections
manila-page-sections = Abschnitte

# Section
manila-page-section = Abschnitt

# Other codes
manila-page-other-codes = Weitere Codes

# Catalog
manila-page-catalog = Katalog

# All 4xx
manila-page-all-4xx = Alle 4xx

# All 5xx
manila-page-all-5xx = Alle 5xx

# Operation
manila-page-operation = Operation

# Where
manila-page-where = Wo

## The error reference: a code

# Retired
manila-page-retired = Zurückgezogen

# retired
manila-page-retired-tag = zurückgezogen

# Deprecated
manila-page-deprecated = Veraltet

# deprecated
manila-page-deprecated-tag = veraltet

# No response has this code any more.
manila-page-no-response = Keine Antwort hat diesen Code mehr.

# {code} takes its place.
manila-page-replaced = An seine Stelle tritt { $code }.

# What it means
manila-page-meaning-title = Was er bedeutet

# When it occurs
manila-page-causes = Wann er auftritt

# What to do
manila-page-steps = Was zu tun ist

# {operation} mends it.
manila-page-next-operation = { $operation } behebt es.

# What a program can do by itself
manila-page-auto-fix = Was ein Programm von selbst tun kann

# For operators
manila-page-for-operators = Für Betreiber

# Made in
manila-page-made-in = Entsteht in

# Details
manila-page-details = Details

# The table of details
manila-page-details-table = Die Tabelle der Details

# Name
manila-page-name = Name

# Type
manila-page-type = Typ

# Present
manila-page-present = Vorhanden

# Meaning
manila-page-meaning = Bedeutung

# always
manila-page-always = immer

# always present
manila-page-always-present = immer vorhanden

# sometimes
manila-page-sometimes = manchmal

# {array} of {items}
manila-page-array-of = { $array } von { $items }

# One of {values}.
manila-page-one-of = Eines von { $values }.

# One of: {values}.
manila-page-one-of-list = Eines von: { $values }.

# The response
manila-page-response-title = Die Antwort

# The response, {style}
manila-page-response-in = Die Antwort, { $style }

# Response, {style}
manila-page-response-named = Antwort, { $style }

# Where it can come from
manila-page-origins = Woher er kommen kann

# What the framework answers with it
manila-page-conditions = Was das Framework damit beantwortet

# the rule {rule}
manila-page-rule = die Regel { $rule }

# Related codes
manila-page-related = Verwandte Codes

# At a glance
manila-page-facts = Auf einen Blick

# Status
manila-page-status = Status

# (chosen here; its source has none)
manila-page-derived = (hier gewählt; seine Quelle nennt keinen)

# Number
manila-page-number = Nummer

# Retry
manila-page-retry = Wiederholung

# Who acts
manila-page-who-acts = Wer handelt

# The user can act
manila-page-user-can-act = Der Benutzer kann handeln

# yes
manila-page-yes = ja

# no
manila-page-no = nein

# Was the request applied?
manila-page-applied = Hat die Anfrage gewirkt?

# Severity
manila-page-severity = Schweregrad

# Category
manila-page-category = Kategorie

# Exit code
manila-page-exit-code = Exit-Code

# of a command-line client
manila-page-of-a-client = eines Clients auf der Kommandozeile

# Exit code of a command-line client
manila-page-exit-code-of-a-client = Exit-Code eines Clients auf der Kommandozeile

# Found in
manila-page-found-in = Zu finden in

# Since
manila-page-since = Seit

# Address
manila-page-address = Adresse

# Neighbouring codes
manila-page-neighbours = Benachbarte Codes

# Previous
manila-page-previous = Zurück

# Next
manila-page-next = Weiter

# The page of {code}.
manila-page-page-of = Die Seite von { $code }.

# Go to the page of {code}
manila-page-go-to-page = Zur Seite von { $code }

# Your request
manila-page-request = Ihre Anfrage

# Look it up
manila-page-look-up = Nachschlagen

# Copy
manila-page-copy = Kopieren

# Copied
manila-page-copied = Kopiert

# Not allowed
manila-page-not-allowed = Nicht erlaubt

## The error reference: what the words of catalogs mean

# never
manila-page-retry-never = nie

# Do not repeat the request: it fails again.
manila-page-retry-never-advice = Wiederholen Sie die Anfrage nicht: Sie schlägt wieder fehl.

# `x-should-retry: false` says so.
manila-page-retry-never-header = `x-should-retry: false` sagt es.

# after
manila-page-retry-after = danach

# Repeat the request when the response says.
manila-page-retry-after-advice = Wiederholen Sie die Anfrage, wenn die Antwort es sagt.

# `retry-after` has the moment, beside `x-should-retry: true`.
manila-page-retry-after-header = `retry-after` nennt den Zeitpunkt, neben `x-should-retry: true`.

# backoff
manila-page-retry-backoff = mit wachsender Wartezeit

# Repeat the request, and wait longer before each attempt.
manila-page-retry-backoff-advice = Wiederholen Sie die Anfrage, und warten Sie vor jedem Versuch länger.

# `x-should-retry: true` says so.
manila-page-retry-backoff-header = `x-should-retry: true` sagt es.

# after change
manila-page-retry-after-change = nach einer Änderung

# Change the request before it is repeated.
manila-page-retry-after-change-advice = Ändern Sie die Anfrage, bevor sie wiederholt wird.

# `x-should-retry: false` says that the same request fails again.
manila-page-retry-after-change-header = `x-should-retry: false` sagt, dass dieselbe Anfrage wieder fehlschlägt.

# caller
manila-page-owner-caller = Aufrufer

# the caller: its program has to change
manila-page-owner-caller-acts = der Aufrufer: Sein Programm muss sich ändern

# user
manila-page-owner-user = Benutzer

# the user of the caller
manila-page-owner-user-acts = der Benutzer des Aufrufers

# operator
manila-page-owner-operator = Betreiber

# the operator of the service
manila-page-owner-operator-acts = der Betreiber des Dienstes

# nobody
manila-page-owner-nobody = niemand

# nobody: it passes by itself
manila-page-owner-nobody-acts = niemand: Es geht von selbst vorüber

# no, it had no effect
manila-page-applied-no = nein, sie hatte keine Wirkung

# yes, it had its effect
manila-page-applied-yes = ja, sie hat gewirkt

# not known; look before you repeat it
manila-page-applied-unknown = nicht bekannt; sehen Sie nach, bevor Sie sie wiederholen

# info
manila-page-severity-info = Information

# warning
manila-page-severity-warning = Warnung

# error
manila-page-severity-error = Fehler

# critical
manila-page-severity-critical = kritisch

# response
manila-page-scope-response = Antwort

# violation
manila-page-scope-violation = Verstoß

# job
manila-page-scope-job = Auftrag

## The error reference: operations and changes

# Which errors can come from each operation of {catalog}.
manila-page-operations-about = Welche Fehler aus jeder Operation von { $catalog } kommen können.

# Which errors can come from where in {catalog}.
manila-page-operations-lead = Welche Fehler in { $catalog } woher kommen können.

# Single operations
manila-page-single-operations = Einzelne Operationen

# Groups
manila-page-groups = Gruppen

# {count} codes that can come from {operation}.
manila-page-operation-about = { $count ->
    [one] { $count } Code, der aus { $operation } kommen kann.
   *[other] { $count } Codes, die aus { $operation } kommen können.
}

# {count} codes can come from this operation.
manila-page-operation-lead = { $count ->
    [one] { $count } Code kann aus dieser Operation kommen.
   *[other] { $count } Codes können aus dieser Operation kommen.
}

# {count} codes can come from this group.
manila-page-group-lead = { $count ->
    [one] { $count } Code kann aus dieser Gruppe kommen.
   *[other] { $count } Codes können aus dieser Gruppe kommen.
}

# Its operations:
manila-page-its-operations = Ihre Operationen:

# Its groups:
manila-page-its-groups = Ihre Gruppen:

# What changed in the errors of {catalog}, and for whom it breaks.
manila-page-changes-about = Was sich an den Fehlern von { $catalog } geändert hat und wen es betrifft.

# Subscribe to the feed
manila-page-subscribe = Feed abonnieren

# This version
manila-page-this-version = Diese Version

# Since {version}: nothing changed.
manila-page-unchanged = Seit { $version }: nichts geändert.

# Since {version}: {count} changes that break clients, {others} that do not.
manila-page-changed = { $count ->
    [one] Seit { $version }: { $count } Änderung, an der Clients scheitern, und { $others }, an denen keiner scheitert.
   *[other] Seit { $version }: { $count } Änderungen, an denen Clients scheitern, und { $others }, an denen keiner scheitert.
}

# Breaks clients
manila-page-breaking = Clients scheitern daran

# Breaks nothing
manila-page-compatible = Nichts scheitert daran

## The error reference: the index for language models

# {count} codes of {service}
manila-page-models-total = { $count ->
    [one] { $count } Code von { $service }
   *[other] { $count } Codes von { $service }
}

# {count} codes of {service}, version {version}
manila-page-models-total-of-version = { $count ->
    [one] { $count } Code von { $service }, Version { $version }
   *[other] { $count } Codes von { $service }, Version { $version }
}

# An error response has one of them; its status is a 4xx or a 5xx.
manila-page-models-about = Eine Fehlerantwort hat einen davon; ihr Status ist ein 4xx oder ein 5xx.

# Each code has a page at its own name
manila-page-models-pages = Jeder Code hat eine Seite unter seinem Namen

# Each code has a page at its own name below {address}
manila-page-models-pages-below = Jeder Code hat eine Seite unter seinem Namen unterhalb von { $address }

# as Markdown
manila-page-as-markdown = als Markdown

# as data
manila-page-as-data = als Daten

# A page says what the code means, when it occurs, what the caller does, whether to retry, and has the whole response.
manila-page-models-page-says = Eine Seite sagt, was der Code bedeutet, wann er auftritt, was der Aufrufer tut und ob zu wiederholen ist, und hat die ganze Antwort.

# The whole list of {catalog} as data:
manila-page-whole-list = Die ganze Liste von { $catalog } als Daten:

## HTTP

# Bad Request
# The request is malformed.
http-400 = Fehlerhafte Anfrage
    .message = Die Anfrage ist fehlerhaft aufgebaut.

# Unauthorized
# Authentication is required.
http-401 = Nicht autorisiert
    .message = Eine Authentifizierung ist erforderlich.

# Payment Required
# Payment is required.
http-402 = Zahlung erforderlich
    .message = Eine Zahlung ist erforderlich.

# Forbidden
# The request is not allowed.
http-403 = Verboten
    .message = Die Anfrage ist nicht erlaubt.

# Not Found
# Nothing was found at this address.
http-404 = Nicht gefunden
    .message = Unter dieser Adresse wurde nichts gefunden.

# Method Not Allowed
# The method is not allowed at this address.
http-405 = Methode nicht erlaubt
    .message = Die Methode ist unter dieser Adresse nicht erlaubt.

# Not Acceptable
# No acceptable form of the response exists.
http-406 = Nicht akzeptabel
    .message = Es gibt keine akzeptable Form der Antwort.

# Proxy Authentication Required
# Authentication with the proxy is required.
http-407 = Proxy-Authentifizierung erforderlich
    .message = Eine Authentifizierung beim Proxy ist erforderlich.

# Request Timeout
# The request did not arrive in time.
http-408 = Zeitüberschreitung der Anfrage
    .message = Die Anfrage ist nicht rechtzeitig eingetroffen.

# Conflict
# The request conflicts with the state of the resource.
http-409 = Konflikt
    .message = Die Anfrage steht im Konflikt mit dem Zustand der Ressource.

# Gone
# The resource is gone for good.
http-410 = Nicht mehr vorhanden
    .message = Die Ressource wurde endgültig entfernt.

# Length Required
# The request has to state its length.
http-411 = Länge erforderlich
    .message = Die Anfrage muss ihre Länge angeben.

# Precondition Failed
# A precondition of the request does not hold.
http-412 = Vorbedingung nicht erfüllt
    .message = Eine Vorbedingung der Anfrage ist nicht erfüllt.

# Content Too Large
# The content of the request is too large.
http-413 = Inhalt zu groß
    .message = Der Inhalt der Anfrage ist zu groß.

# URI Too Long
# The address of the request is too long.
http-414 = URI zu lang
    .message = Die Adresse der Anfrage ist zu lang.

# Unsupported Media Type
# The media type of the request is not supported.
http-415 = Nicht unterstützter Medientyp
    .message = Der Medientyp der Anfrage wird nicht unterstützt.

# Range Not Satisfiable
# The requested range cannot be served.
http-416 = Bereich nicht erfüllbar
    .message = Der angeforderte Bereich kann nicht geliefert werden.

# Expectation Failed
# The expectation of the request cannot be met.
http-417 = Erwartung nicht erfüllt
    .message = Die Erwartung der Anfrage kann nicht erfüllt werden.

# Misdirected Request
# The request reached a server that does not answer for it.
http-421 = Fehlgeleitete Anfrage
    .message = Die Anfrage hat einen Server erreicht, der für sie nicht zuständig ist.

# Unprocessable Content
# The content of the request cannot be processed.
http-422 = Inhalt nicht verarbeitbar
    .message = Der Inhalt der Anfrage kann nicht verarbeitet werden.

# Locked
# The resource is locked.
http-423 = Gesperrt
    .message = Die Ressource ist gesperrt.

# Failed Dependency
# A request that this one depends on failed.
http-424 = Fehlgeschlagene Abhängigkeit
    .message = Eine Anfrage, von der diese abhängt, ist fehlgeschlagen.

# Too Early
# The request came too early to be safe from replay.
http-425 = Zu früh
    .message = Die Anfrage kam zu früh, um vor einer Wiederholung sicher zu sein.

# Upgrade Required
# The request has to use another protocol.
http-426 = Upgrade erforderlich
    .message = Die Anfrage muss ein anderes Protokoll verwenden.

# Precondition Required
# The request has to state a precondition.
http-428 = Vorbedingung erforderlich
    .message = Die Anfrage muss eine Vorbedingung angeben.

# Too Many Requests
# Too many requests were sent.
http-429 = Zu viele Anfragen
    .message = Es wurden zu viele Anfragen gesendet.

# Request Header Fields Too Large
# The header of the request is too large.
http-431 = Header-Felder der Anfrage zu groß
    .message = Der Header der Anfrage ist zu groß.

# Unavailable For Legal Reasons
# The resource is not available for legal reasons.
http-451 = Aus rechtlichen Gründen nicht verfügbar
    .message = Die Ressource ist aus rechtlichen Gründen nicht verfügbar.

# Internal Server Error
# Something went wrong on the server.
http-500 = Interner Serverfehler
    .message = Auf dem Server ist etwas schiefgegangen.

# Not Implemented
# The server does not implement this.
http-501 = Nicht implementiert
    .message = Der Server implementiert dies nicht.

# Bad Gateway
# A server behind this one answered badly.
http-502 = Fehlerhaftes Gateway
    .message = Ein nachgelagerter Server hat fehlerhaft geantwortet.

# Service Unavailable
# The service is not available at the moment.
http-503 = Dienst nicht verfügbar
    .message = Der Dienst ist zurzeit nicht verfügbar.

# Gateway Timeout
# The service did not answer in time.
http-504 = Zeitüberschreitung des Gateways
    .message = Der Dienst hat nicht rechtzeitig geantwortet.

# HTTP Version Not Supported
# This version of HTTP is not supported.
http-505 = HTTP-Version nicht unterstützt
    .message = Diese HTTP-Version wird nicht unterstützt.

# Variant Also Negotiates
# The server cannot choose a form of the response.
http-506 = Variante verhandelt ebenfalls
    .message = Der Server kann keine Form der Antwort auswählen.

# Insufficient Storage
# The server has no room to store this.
http-507 = Speicherplatz unzureichend
    .message = Der Server hat keinen Platz, um dies zu speichern.

# Loop Detected
# The server met a loop in the resources.
http-508 = Schleife erkannt
    .message = Der Server ist in den Ressourcen auf eine Schleife gestoßen.

# Not Extended
# The request needs an extension of HTTP.
http-510 = Nicht erweitert
    .message = Die Anfrage benötigt eine Erweiterung von HTTP.

# Network Authentication Required
# Authentication with the network is required.
http-511 = Netzwerkauthentifizierung erforderlich
    .message = Eine Authentifizierung beim Netzwerk ist erforderlich.
