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

## Statuses that HTTP has no name for

# The request could not be served.
manila-client-error = No se pudo atender la solicitud.

# Something went wrong on the server.
manila-server-error = Algo salió mal en el servidor.

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
