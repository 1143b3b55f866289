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
