### The sentences of Manila itself in Spanish. Above each stands the English one.

## Rules

# A value is required.
manila-required = Se requiere un valor.

# Must be a valid email address.
manila-email = Debe ser un correo electrónico válido.

# Must be a valid URL.
manila-url = Debe ser una URL válida.

# Must be a valid IP address.
manila-ip = Debe ser una dirección IP válida.

# Must be a valid IPv4 address.
manila-ipv4 = Debe ser una dirección IPv4 válida.

# Must be a valid IPv6 address.
manila-ipv6 = Debe ser una dirección IPv6 válida.

# Must be a valid phone number.
manila-phone-number = Debe ser un número de teléfono válido.

# Must be a valid credit card number.
manila-credit-card = Debe ser un número de tarjeta de crédito válido.

# Must contain only ASCII characters.
manila-ascii = Solo debe contener caracteres ASCII.

# Must contain only letters and digits.
manila-alphanumeric = Solo debe contener letras y dígitos.

# Must not contain control characters.
manila-non-control-character = No debe contener caracteres de control.

# Does not match the required format.
manila-pattern = No cumple con el formato requerido.

# Must contain the required text.
manila-contains = Debe contener el texto requerido.

# Must not contain the forbidden text.
manila-does-not-contain = No debe contener el texto prohibido.

# Does not start with the required text.
manila-prefix = No empieza con el texto requerido.

# Does not end with the required text.
manila-suffix = No termina con el texto requerido.

# Must be the same as `{other}`.
manila-matches = Debe ser igual a `{ $other }`.

# Must be the same as the other value.
manila-matches-other-value = Debe ser igual al otro valor.

# Must have a length of at least {min}.
manila-min-length = Debe tener una longitud de { $min } como mínimo.

# Must have a length of at most {max}.
manila-max-length = Debe tener una longitud de { $max } como máximo.

# Must have a length of {equal}.
manila-length = Debe tener una longitud de { $equal }.

# Must be at least {min}.
manila-min = Debe ser { $min } como mínimo.

# Must be more than {exclusive_min}.
manila-min-exclusive = Debe ser mayor que { $exclusive_min }.

# Must be at most {max}.
manila-max = Debe ser { $max } como máximo.

# Must be less than {exclusive_max}.
manila-max-exclusive = Debe ser menor que { $exclusive_max }.

# Must be between {min} and {max}.
manila-range-between = Debe estar entre { $min } y { $max }.

# Is out of range.
manila-range = Está fuera del rango permitido.

## Values

# The value is invalid.
manila-value-invalid = El valor no es válido.

# Must be one of the allowed values.
manila-value-not-allowed = Debe ser uno de los valores permitidos.

# The value has the wrong type.
manila-wrong-type = El tipo del valor no es correcto.

# Must be a string.
manila-type-string = Debe ser una cadena de texto.

# Must be an integer.
manila-type-integer = Debe ser un número entero.

# Must be a number.
manila-type-number = Debe ser un número.

# Must be a boolean.
manila-type-boolean = Debe ser un booleano.

# Must be an array.
manila-type-array = Debe ser un arreglo.

# Must be an object.
manila-type-object = Debe ser un objeto.

# Must be null.
manila-type-null = Debe ser null.

## Members

# A required member is missing.
manila-member-missing = Falta un campo obligatorio.

# This member is not known.
manila-member-unknown = No se reconoce este campo.

# This member appears more than once.
manila-member-repeated = Este campo aparece más de una vez.

# The name of a member is invalid.
manila-member-name-invalid = El nombre de un campo no es válido.

# The name of a member must be one of the allowed values.
manila-member-name-not-allowed = El nombre de un campo debe ser uno de los valores permitidos.

# A member that is required inside this value is missing.
manila-inner-member-missing = Falta un campo obligatorio dentro de este valor.

# A member inside this value is not known.
manila-inner-member-unknown = No se reconoce un campo dentro de este valor.

# A member inside this value appears more than once.
manila-inner-member-repeated = Un campo dentro de este valor aparece más de una vez.

# A value inside this one has the wrong type.
manila-inner-wrong-type = El tipo de un valor dentro de este no es correcto.

# A number inside this value is out of range.
manila-inner-out-of-range = Un número dentro de este valor está fuera del rango permitido.

## Parameters

# A required parameter is missing.
manila-parameter-missing = Falta un parámetro obligatorio.

# This parameter is not known.
manila-parameter-unknown = No se reconoce este parámetro.

# This parameter appears more than once.
manila-parameter-repeated = Este parámetro aparece más de una vez.

## Bodies and media types

# The request has no body.
manila-body-missing = La solicitud no tiene cuerpo.

# The body is not valid JSON.
manila-body-not-json = El cuerpo no es JSON válido.

# A string in the body is not valid Unicode text.
manila-body-not-unicode = Una cadena de texto del cuerpo no es texto Unicode válido.

# The body is nested too deeply.
manila-body-too-deep = El cuerpo tiene demasiados niveles de anidamiento.

# The body has no media type.
manila-body-without-media-type = El cuerpo no tiene tipo de medio.

# The body is of another media type.
manila-body-of-other-media-type = El cuerpo es de otro tipo de medio.

# The body has a content coding.
manila-body-encoded = El cuerpo tiene una codificación de contenido.

# The content coding of the request is not supported.
manila-content-coding-unsupported = No se admite la codificación de contenido de la solicitud.

# Of the media type's parameters only `ext`, with extensions that are supported, and `profile` can be used.
manila-media-type-parameters = De los parámetros del tipo de medio solo se pueden usar `ext`, con extensiones admitidas, y `profile`.

# JSON:API is accepted only with parameters or extensions that are not supported.
manila-json-api-not-acceptable = La solicitud solo acepta JSON:API con parámetros o extensiones que no se admiten.

## Markdown

# Details:
manila-details = Detalles:

# The body
manila-place-body = El cuerpo

# Parameter
manila-place-parameter = Parámetro

# Header
manila-place-header = Cabecera

# There are more mistakes than were looked for.
manila-more-violations = Hay más errores de los que se buscaron.

# Left out for want of room: {count}.
manila-left-out = Omitidos por falta de espacio: { $count }.

# The request that mends it:
manila-next-request = La solicitud que lo corrige:

# The service gives no advice about this error.
manila-no-advice = El servicio no da ningún consejo sobre este error.

# The same request can succeed after 1 second.
manila-retry-after-second = La misma solicitud puede tener éxito después de 1 segundo.

# The same request can succeed after {seconds} seconds.
manila-retry-after-seconds = La misma solicitud puede tener éxito después de { $seconds } segundos.

# The same request can succeed at the time that `retry-after` says.
manila-retry-at-moment = La misma solicitud puede tener éxito en el momento que indica `retry-after`.

# The same request can succeed later.
manila-retry-later = La misma solicitud puede tener éxito más tarde.

# The same request can succeed later. Wait longer after each attempt.
manila-retry-backoff = La misma solicitud puede tener éxito más tarde. Espera más tiempo después de cada intento.

# Change the request before you send it again.
manila-retry-after-change = Cambia la solicitud antes de volver a enviarla.

# The same request fails again. Do not repeat it.
manila-retry-never = La misma solicitud vuelve a fallar. No la repitas.

# The request had no effect.
manila-applied-no = La solicitud no tuvo efecto.

# The request had its effect before it failed.
manila-applied-yes = La solicitud tuvo efecto antes de fallar.

# Whether the request had its effect is not known. Find out before you repeat it.
manila-applied-unknown = No se sabe si la solicitud tuvo efecto. Averígualo antes de repetirla.

## Statuses that HTTP has no name for

# The request could not be served.
manila-client-error = No se pudo atender la solicitud.

# Something went wrong on the server.
manila-server-error = Algo salió mal en el servidor.

## The error reference: what is on every page

# Skip to the content
manila-page-skip = Saltar al contenido

# errors
manila-page-errors = errores

# {name} errors
manila-page-errors-of = Errores de { $name }

# Reference
manila-page-reference = Referencia

# Language
manila-page-language = Idioma

# All codes
manila-page-all-codes = Todos los códigos

# This catalog
manila-page-this-catalog = Este catálogo

# Operations
manila-page-operations = Operaciones

# Changes
manila-page-changes = Cambios

# For operators.
manila-page-internal = Para operadores.

# This reference has what is not for clients; do not publish it.
manila-page-internal-note = Esta referencia contiene información que no es para los clientes; no la publiques.

# {service}, version {version}
manila-page-version = { $service }, versión { $version }

# Feed
manila-page-feed = Feed

# For language models
manila-page-for-models = Para modelos de lenguaje

# {count} codes
manila-page-codes = { $count ->
    [one] { $count } código
   *[other] { $count } códigos
}

# Where this is
manila-page-where-this-is = Dónde está esta página

## The error reference: the list

# {count} codes that {service} answers with: what each means, and what to do.
manila-page-list-about = { $count ->
    [one] { $count } código con el que responde { $service }: qué significa y qué hacer.
   *[other] { $count } códigos con los que responde { $service }: qué significa cada uno y qué hacer.
}

# Each has a page: what it means, when it occurs, what to do, and the whole response.
manila-page-list-lead = Cada uno tiene una página: qué significa, cuándo ocurre, qué hacer y la respuesta completa.

# Codes
manila-page-list = Códigos

# Search
manila-page-search = Buscar

# A code, a sentence, a meaning
manila-page-search-hint = Un código, una frase, un significado

# Any
manila-page-any = Cualquiera

# Clear
manila-page-clear = Borrar

# {shown} of {count} codes
manila-page-shown = { $count ->
    [one] { $shown } de { $count } código
   *[other] { $shown } de { $count } códigos
}

# {slash} searches, {arrows} move, {enter} opens
manila-page-keys = { $slash } busca, { $arrows } mueven, { $enter } abre

# Sections
manila-page-sections = Secciones

# Section
manila-page-section = Sección

# Other codes
manila-page-other-codes = Otros códigos

# Catalog
manila-page-catalog = Catálogo

# All 4xx
manila-page-all-4xx = Todos los 4xx

# All 5xx
manila-page-all-5xx = Todos los 5xx

# Operation
manila-page-operation = Operación

# Where
manila-page-where = Dónde

## The error reference: a code

# Retired
manila-page-retired = Retirado

# retired
manila-page-retired-tag = retirado

# Deprecated
manila-page-deprecated = Obsoleto

# deprecated
manila-page-deprecated-tag = obsoleto

# No response has this code any more.
manila-page-no-response = Ninguna respuesta lleva ya este código.

# {code} takes its place.
manila-page-replaced = Lo sustituye { $code }.

# What it means
manila-page-meaning-title = Qué significa

# When it occurs
manila-page-causes = Cuándo ocurre

# What to do
manila-page-steps = Qué hacer

# {operation} mends it.
manila-page-next-operation = Se resuelve con { $operation }.

# What a program can do by itself
manila-page-auto-fix = Lo que un programa puede hacer por sí solo

# For operators
manila-page-for-operators = Para operadores

# Made in
manila-page-made-in = Se produce en

# Details
manila-page-details = Detalles

# The table of details
manila-page-details-table = La tabla de detalles

# Name
manila-page-name = Nombre

# Type
manila-page-type = Tipo

# Present
manila-page-present = Presente

# Meaning
manila-page-meaning = Significado

# always
manila-page-always = siempre

# always present
manila-page-always-present = siempre presente

# sometimes
manila-page-sometimes = a veces

# {array} of {items}
manila-page-array-of = { $array } de { $items }

# One of {values}.
manila-page-one-of = Uno de { $values }.

# One of: {values}.
manila-page-one-of-list = Uno de: { $values }.

# The response
manila-page-response-title = La respuesta

# The response, {style}
manila-page-response-in = La respuesta, { $style }

# Response, {style}
manila-page-response-named = Respuesta, { $style }

# Where it can come from
manila-page-origins = De dónde puede venir

# What the framework answers with it
manila-page-conditions = Lo que el framework responde con él

# the rule {rule}
manila-page-rule = la regla { $rule }

# Related codes
manila-page-related = Códigos relacionados

# At a glance
manila-page-facts = De un vistazo

# Status
manila-page-status = Estado

# (chosen here; its source has none)
manila-page-derived = (elegido aquí; su fuente no tiene ninguno)

# Number
manila-page-number = Número

# Retry
manila-page-retry = Reintento

# Who acts
manila-page-who-acts = Quién actúa

# The user can act
manila-page-user-can-act = El usuario puede actuar

# yes
manila-page-yes = sí

# no
manila-page-no = no

# Was the request applied?
manila-page-applied = ¿Se aplicó la solicitud?

# Severity
manila-page-severity = Gravedad

# Category
manila-page-category = Categoría

# Exit code
manila-page-exit-code = Código de salida

# of a command-line client
manila-page-of-a-client = de un cliente de línea de comandos

# Exit code of a command-line client
manila-page-exit-code-of-a-client = Código de salida de un cliente de línea de comandos

# Found in
manila-page-found-in = Se encuentra en

# Since
manila-page-since = Desde

# Address
manila-page-address = Dirección

# Neighbouring codes
manila-page-neighbours = Códigos vecinos

# Previous
manila-page-previous = Anterior

# Next
manila-page-next = Siguiente

# The page of {code}.
manila-page-page-of = La página de { $code }.

# Go to the page of {code}
manila-page-go-to-page = Ir a la página de { $code }

# Your request
manila-page-request = Tu solicitud

# Look it up
manila-page-look-up = Consultarla

# Copy
manila-page-copy = Copiar

# Copied
manila-page-copied = Copiado

# Not allowed
manila-page-not-allowed = No permitido

## The error reference: what the words of catalogs mean

# never
manila-page-retry-never = nunca

# Do not repeat the request: it fails again.
manila-page-retry-never-advice = No repitas la solicitud: volverá a fallar.

# `x-should-retry: false` says so.
manila-page-retry-never-header = `x-should-retry: false` lo indica.

# after
manila-page-retry-after = a su hora

# Repeat the request when the response says.
manila-page-retry-after-advice = Repite la solicitud cuando lo indique la respuesta.

# `retry-after` has the moment, beside `x-should-retry: true`.
manila-page-retry-after-header = `retry-after` indica el momento, junto a `x-should-retry: true`.

# backoff
manila-page-retry-backoff = con espera creciente

# Repeat the request, and wait longer before each attempt.
manila-page-retry-backoff-advice = Repite la solicitud y espera más antes de cada intento.

# `x-should-retry: true` says so.
manila-page-retry-backoff-header = `x-should-retry: true` lo indica.

# after change
manila-page-retry-after-change = tras un cambio

# Change the request before it is repeated.
manila-page-retry-after-change-advice = Cambia la solicitud antes de repetirla.

# `x-should-retry: false` says that the same request fails again.
manila-page-retry-after-change-header = `x-should-retry: false` indica que la misma solicitud volverá a fallar.

# caller
manila-page-owner-caller = quien llama

# the caller: its program has to change
manila-page-owner-caller-acts = quien llama: su programa tiene que cambiar

# user
manila-page-owner-user = usuario

# the user of the caller
manila-page-owner-user-acts = el usuario de quien llama

# operator
manila-page-owner-operator = operador

# the operator of the service
manila-page-owner-operator-acts = el operador del servicio

# nobody
manila-page-owner-nobody = nadie

# nobody: it passes by itself
manila-page-owner-nobody-acts = nadie: se resuelve por sí solo

# no, it had no effect
manila-page-applied-no = no, no tuvo efecto

# yes, it had its effect
manila-page-applied-yes = sí, tuvo su efecto

# not known; look before you repeat it
manila-page-applied-unknown = no se sabe; compruébalo antes de repetirla

# info
manila-page-severity-info = informativo

# warning
manila-page-severity-warning = advertencia

# error
manila-page-severity-error = error

# critical
manila-page-severity-critical = crítico

# response
manila-page-scope-response = respuesta

# violation
manila-page-scope-violation = infracción

# job
manila-page-scope-job = tarea

## The error reference: operations and changes

# Which errors can come from each operation of {catalog}.
manila-page-operations-about = Qué errores pueden venir de cada operación de { $catalog }.

# Which errors can come from where in {catalog}.
manila-page-operations-lead = Qué errores pueden venir de dónde en { $catalog }.

# Single operations
manila-page-single-operations = Operaciones individuales

# Groups
manila-page-groups = Grupos

# {count} codes that can come from {operation}.
manila-page-operation-about = { $count ->
    [one] { $count } código que puede venir de { $operation }.
   *[other] { $count } códigos que pueden venir de { $operation }.
}

# {count} codes can come from this operation.
manila-page-operation-lead = { $count ->
    [one] { $count } código puede venir de esta operación.
   *[other] { $count } códigos pueden venir de esta operación.
}

# {count} codes can come from this group.
manila-page-group-lead = { $count ->
    [one] { $count } código puede venir de este grupo.
   *[other] { $count } códigos pueden venir de este grupo.
}

# Its operations:
manila-page-its-operations = Sus operaciones:

# Its groups:
manila-page-its-groups = Sus grupos:

# What changed in the errors of {catalog}, and for whom it breaks.
manila-page-changes-about = Qué cambió en los errores de { $catalog } y a quién le afecta.

# Subscribe to the feed
manila-page-subscribe = Suscribirse al feed

# This version
manila-page-this-version = Esta versión

# Since {version}: nothing changed.
manila-page-unchanged = Desde { $version }: nada cambió.

# Since {version}: {count} changes that break clients, {others} that do not.
manila-page-changed = { $count ->
    [one] Desde { $version }: { $count } cambio que rompe clientes y { $others } que no.
   *[other] Desde { $version }: { $count } cambios que rompen clientes y { $others } que no.
}

# Breaks clients
manila-page-breaking = Rompe clientes

# Breaks nothing
manila-page-compatible = No rompe nada

## The error reference: the index for language models

# {count} codes of {service}
manila-page-models-total = { $count ->
    [one] { $count } código de { $service }
   *[other] { $count } códigos de { $service }
}

# {count} codes of {service}, version {version}
manila-page-models-total-of-version = { $count ->
    [one] { $count } código de { $service }, versión { $version }
   *[other] { $count } códigos de { $service }, versión { $version }
}

# An error response has one of them; its status is a 4xx or a 5xx.
manila-page-models-about = Una respuesta de error lleva uno de ellos; su estado es un 4xx o un 5xx.

# Each code has a page at its own name
manila-page-models-pages = Cada código tiene una página con su propio nombre

# Each code has a page at its own name below {address}
manila-page-models-pages-below = Cada código tiene una página con su propio nombre bajo { $address }

# as Markdown
manila-page-as-markdown = como Markdown

# as data
manila-page-as-data = como datos

# A page says what the code means, when it occurs, what the caller does, whether to retry, and has the whole response.
manila-page-models-page-says = Una página dice qué significa el código, cuándo ocurre, qué hace quien llama y si conviene reintentar, y tiene la respuesta completa.

# The whole list of {catalog} as data:
manila-page-whole-list = La lista completa de { $catalog } como datos:

## HTTP

# Bad Request
# The request is malformed.
http-400 = Solicitud incorrecta
    .message = La solicitud está mal formada.

# Unauthorized
# Authentication is required.
http-401 = No autorizado
    .message = Se requiere autenticación.

# Payment Required
# Payment is required.
http-402 = Pago requerido
    .message = Se requiere un pago.

# Forbidden
# The request is not allowed.
http-403 = Prohibido
    .message = No se permite la solicitud.

# Not Found
# Nothing was found at this address.
http-404 = No encontrado
    .message = No se encontró nada en esta dirección.

# Method Not Allowed
# The method is not allowed at this address.
http-405 = Método no permitido
    .message = El método no se permite en esta dirección.

# Not Acceptable
# No acceptable form of the response exists.
http-406 = No aceptable
    .message = No existe ninguna forma aceptable de la respuesta.

# Proxy Authentication Required
# Authentication with the proxy is required.
http-407 = Autenticación de proxy requerida
    .message = Se requiere autenticación en el proxy.

# Request Timeout
# The request did not arrive in time.
http-408 = Tiempo de espera de la solicitud agotado
    .message = La solicitud no llegó a tiempo.

# Conflict
# The request conflicts with the state of the resource.
http-409 = Conflicto
    .message = La solicitud entra en conflicto con el estado del recurso.

# Gone
# The resource is gone for good.
http-410 = Ya no disponible
    .message = El recurso desapareció definitivamente.

# Length Required
# The request has to state its length.
http-411 = Longitud requerida
    .message = La solicitud debe indicar su longitud.

# Precondition Failed
# A precondition of the request does not hold.
http-412 = Condición previa no cumplida
    .message = Una condición previa de la solicitud no se cumple.

# Content Too Large
# The content of the request is too large.
http-413 = Contenido demasiado grande
    .message = El contenido de la solicitud es demasiado grande.

# URI Too Long
# The address of the request is too long.
http-414 = URI demasiado largo
    .message = La dirección de la solicitud es demasiado larga.

# Unsupported Media Type
# The media type of the request is not supported.
http-415 = Tipo de medio no admitido
    .message = No se admite el tipo de medio de la solicitud.

# Range Not Satisfiable
# The requested range cannot be served.
http-416 = Rango no satisfacible
    .message = No se puede entregar el rango solicitado.

# Expectation Failed
# The expectation of the request cannot be met.
http-417 = Expectativa no cumplida
    .message = No se puede cumplir la expectativa de la solicitud.

# Misdirected Request
# The request reached a server that does not answer for it.
http-421 = Solicitud mal dirigida
    .message = La solicitud llegó a un servidor que no responde por ella.

# Unprocessable Content
# The content of the request cannot be processed.
http-422 = Contenido no procesable
    .message = No se puede procesar el contenido de la solicitud.

# Locked
# The resource is locked.
http-423 = Bloqueado
    .message = El recurso está bloqueado.

# Failed Dependency
# A request that this one depends on failed.
http-424 = Dependencia fallida
    .message = Falló una solicitud de la que depende esta.

# Too Early
# The request came too early to be safe from replay.
http-425 = Demasiado pronto
    .message = La solicitud llegó demasiado pronto para estar a salvo de una repetición.

# Upgrade Required
# The request has to use another protocol.
http-426 = Actualización requerida
    .message = La solicitud debe usar otro protocolo.

# Precondition Required
# The request has to state a precondition.
http-428 = Condición previa requerida
    .message = La solicitud debe indicar una condición previa.

# Too Many Requests
# Too many requests were sent.
http-429 = Demasiadas solicitudes
    .message = Se enviaron demasiadas solicitudes.

# Request Header Fields Too Large
# The header of the request is too large.
http-431 = Campos de encabezado de la solicitud demasiado grandes
    .message = El encabezado de la solicitud es demasiado grande.

# Unavailable For Legal Reasons
# The resource is not available for legal reasons.
http-451 = No disponible por motivos legales
    .message = El recurso no está disponible por motivos legales.

# Internal Server Error
# Something went wrong on the server.
http-500 = Error interno del servidor
    .message = Algo salió mal en el servidor.

# Not Implemented
# The server does not implement this.
http-501 = No implementado
    .message = El servidor no implementa esto.

# Bad Gateway
# A server behind this one answered badly.
http-502 = Puerta de enlace incorrecta
    .message = Un servidor detrás de este respondió mal.

# Service Unavailable
# The service is not available at the moment.
http-503 = Servicio no disponible
    .message = El servicio no está disponible por el momento.

# Gateway Timeout
# The service did not answer in time.
http-504 = Tiempo de espera de la puerta de enlace agotado
    .message = El servicio no respondió a tiempo.

# HTTP Version Not Supported
# This version of HTTP is not supported.
http-505 = Versión de HTTP no admitida
    .message = No se admite esta versión de HTTP.

# Variant Also Negotiates
# The server cannot choose a form of the response.
http-506 = La variante también negocia
    .message = El servidor no puede elegir una forma de la respuesta.

# Insufficient Storage
# The server has no room to store this.
http-507 = Almacenamiento insuficiente
    .message = El servidor no tiene espacio para guardar esto.

# Loop Detected
# The server met a loop in the resources.
http-508 = Bucle detectado
    .message = El servidor encontró un bucle en los recursos.

# Not Extended
# The request needs an extension of HTTP.
http-510 = No extendido
    .message = La solicitud necesita una extensión de HTTP.

# Network Authentication Required
# Authentication with the network is required.
http-511 = Autenticación de red requerida
    .message = Se requiere autenticación en la red.
