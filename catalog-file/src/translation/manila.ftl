### The sentences of Manila itself.

## Rules

manila-required = A value is required.
manila-email = Must be a valid email address.
manila-url = Must be a valid URL.
manila-ip = Must be a valid IP address.
manila-ipv4 = Must be a valid IPv4 address.
manila-ipv6 = Must be a valid IPv6 address.
manila-phone-number = Must be a valid phone number.
manila-credit-card = Must be a valid credit card number.
manila-ascii = Must contain only ASCII characters.
manila-alphanumeric = Must contain only letters and digits.
manila-non-control-character = Must not contain control characters.
manila-pattern = Does not match the required format.
manila-contains = Must contain the required text.
manila-does-not-contain = Must not contain the forbidden text.
manila-prefix = Does not start with the required text.
manila-suffix = Does not end with the required text.
manila-matches = Must be the same as `{ $other }`.
manila-matches-other-value = Must be the same as the other value.
manila-min-length = Must have a length of at least { $min }.
manila-max-length = Must have a length of at most { $max }.
manila-length = Must have a length of { $equal }.
manila-min = Must be at least { $min }.
manila-min-exclusive = Must be more than { $exclusive_min }.
manila-max = Must be at most { $max }.
manila-max-exclusive = Must be less than { $exclusive_max }.
manila-range-between = Must be between { $min } and { $max }.
manila-range = Is out of range.

## Values

manila-value-invalid = The value is invalid.
manila-value-not-allowed = Must be one of the allowed values.
manila-wrong-type = The value has the wrong type.
manila-type-string = Must be a string.
manila-type-integer = Must be an integer.
manila-type-number = Must be a number.
manila-type-boolean = Must be a boolean.
manila-type-array = Must be an array.
manila-type-object = Must be an object.
manila-type-null = Must be null.

## Members

manila-member-missing = A required member is missing.
manila-member-unknown = This member is not known.
manila-member-repeated = This member appears more than once.
manila-member-name-invalid = The name of a member is invalid.
manila-member-name-not-allowed = The name of a member must be one of the allowed values.
manila-inner-member-missing = A member that is required inside this value is missing.
manila-inner-member-unknown = A member inside this value is not known.
manila-inner-member-repeated = A member inside this value appears more than once.
manila-inner-wrong-type = A value inside this one has the wrong type.
manila-inner-out-of-range = A number inside this value is out of range.

## Parameters

manila-parameter-missing = A required parameter is missing.
manila-parameter-unknown = This parameter is not known.
manila-parameter-repeated = This parameter appears more than once.

## Bodies and media types

manila-body-missing = The request has no body.
manila-body-not-json = The body is not valid JSON.
manila-body-not-unicode = A string in the body is not valid Unicode text.
manila-body-too-deep = The body is nested too deeply.
manila-body-without-media-type = The body has no media type.
manila-body-of-other-media-type = The body is of another media type.
manila-body-encoded = The body has a content coding.
manila-content-coding-unsupported = The content coding of the request is not supported.
manila-media-type-parameters = Of the media type's parameters only `ext`, with extensions that are supported, and `profile` can be used.
manila-json-api-not-acceptable = JSON:API is accepted only with parameters or extensions that are not supported.

## Markdown

manila-details = Details:
manila-place-body = The body
manila-place-parameter = Parameter
manila-place-header = Header
manila-more-violations = There are more mistakes than were looked for.
manila-left-out = Left out for want of room: { $count }.
manila-next-request = The request that mends it:
manila-no-advice = The service gives no advice about this error.
manila-retry-after-second = The same request can succeed after 1 second.
manila-retry-after-seconds = The same request can succeed after { $seconds } seconds.
manila-retry-at-moment = The same request can succeed at the time that `retry-after` says.
manila-retry-later = The same request can succeed later.
manila-retry-backoff = The same request can succeed later. Wait longer after each attempt.
manila-retry-after-change = Change the request before you send it again.
manila-retry-never = The same request fails again. Do not repeat it.
manila-applied-no = The request had no effect.
manila-applied-yes = The request had its effect before it failed.
manila-applied-unknown = Whether the request had its effect is not known. Find out before you repeat it.

## Statuses that HTTP has no name for

manila-client-error = The request could not be served.
manila-server-error = Something went wrong on the server.

## HTTP

http-400 = Bad Request
    .message = The request is malformed.
http-401 = Unauthorized
    .message = Authentication is required.
http-402 = Payment Required
    .message = Payment is required.
http-403 = Forbidden
    .message = The request is not allowed.
http-404 = Not Found
    .message = Nothing was found at this address.
http-405 = Method Not Allowed
    .message = The method is not allowed at this address.
http-406 = Not Acceptable
    .message = No acceptable form of the response exists.
http-407 = Proxy Authentication Required
    .message = Authentication with the proxy is required.
http-408 = Request Timeout
    .message = The request did not arrive in time.
http-409 = Conflict
    .message = The request conflicts with the state of the resource.
http-410 = Gone
    .message = The resource is gone for good.
http-411 = Length Required
    .message = The request has to state its length.
http-412 = Precondition Failed
    .message = A precondition of the request does not hold.
http-413 = Content Too Large
    .message = The content of the request is too large.
http-414 = URI Too Long
    .message = The address of the request is too long.
http-415 = Unsupported Media Type
    .message = The media type of the request is not supported.
http-416 = Range Not Satisfiable
    .message = The requested range cannot be served.
http-417 = Expectation Failed
    .message = The expectation of the request cannot be met.
http-421 = Misdirected Request
    .message = The request reached a server that does not answer for it.
http-422 = Unprocessable Content
    .message = The content of the request cannot be processed.
http-423 = Locked
    .message = The resource is locked.
http-424 = Failed Dependency
    .message = A request that this one depends on failed.
http-425 = Too Early
    .message = The request came too early to be safe from replay.
http-426 = Upgrade Required
    .message = The request has to use another protocol.
http-428 = Precondition Required
    .message = The request has to state a precondition.
http-429 = Too Many Requests
    .message = Too many requests were sent.
http-431 = Request Header Fields Too Large
    .message = The header of the request is too large.
http-451 = Unavailable For Legal Reasons
    .message = The resource is not available for legal reasons.
http-500 = Internal Server Error
    .message = Something went wrong on the server.
http-501 = Not Implemented
    .message = The server does not implement this.
http-502 = Bad Gateway
    .message = A server behind this one answered badly.
http-503 = Service Unavailable
    .message = The service is not available at the moment.
http-504 = Gateway Timeout
    .message = The service did not answer in time.
http-505 = HTTP Version Not Supported
    .message = This version of HTTP is not supported.
http-506 = Variant Also Negotiates
    .message = The server cannot choose a form of the response.
http-507 = Insufficient Storage
    .message = The server has no room to store this.
http-508 = Loop Detected
    .message = The server met a loop in the resources.
http-510 = Not Extended
    .message = The request needs an extension of HTTP.
http-511 = Network Authentication Required
    .message = Authentication with the network is required.
