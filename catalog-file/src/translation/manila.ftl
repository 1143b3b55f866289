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

## The error reference: what is on every page

manila-page-skip = Skip to the content
manila-page-errors = errors
manila-page-errors-of = { $name } errors
manila-page-reference = Reference
manila-page-language = Language
manila-page-all-codes = All codes
manila-page-this-catalog = This catalog
manila-page-operations = Operations
manila-page-changes = Changes
manila-page-internal = For operators.
manila-page-internal-note = This reference has what is not for clients; do not publish it.
manila-page-version = { $service }, version { $version }
manila-page-feed = Feed
manila-page-for-models = For language models
manila-page-codes = { $count } codes
manila-page-where-this-is = Where this is

## The error reference: the list

manila-page-list-about = { $count } codes that { $service } answers with: what each means, and what to do.
manila-page-list-lead = Each has a page: what it means, when it occurs, what to do, and the whole response.
manila-page-list = Codes
manila-page-search = Search
manila-page-search-hint = A code, a sentence, a meaning
manila-page-any = Any
manila-page-clear = Clear
# `$shown` is a number that the page fills in; let plurals follow `$count`.
manila-page-shown = { $shown } of { $count } codes
# The arguments are keys of the keyboard.
manila-page-keys = { $slash } searches, { $arrows } move, { $enter } opens
manila-page-sections = Sections
manila-page-section = Section
manila-page-other-codes = Other codes
manila-page-catalog = Catalog
manila-page-all-4xx = All 4xx
manila-page-all-5xx = All 5xx
manila-page-operation = Operation
# Where a code is found: in a response, in a violation, in a job.
manila-page-where = Where

## The error reference: a code

manila-page-retired = Retired
manila-page-retired-tag = retired
manila-page-deprecated = Deprecated
manila-page-deprecated-tag = deprecated
manila-page-no-response = No response has this code any more.
manila-page-replaced = { $code } takes its place.
manila-page-meaning-title = What it means
manila-page-causes = When it occurs
manila-page-steps = What to do
manila-page-next-operation = { $operation } mends it.
manila-page-auto-fix = What a program can do by itself
manila-page-for-operators = For operators
# Where in the source of the service the error is made.
manila-page-made-in = Made in
manila-page-details = Details
manila-page-details-table = The table of details
manila-page-name = Name
manila-page-type = Type
# Whether a detail is in each response: always, or sometimes.
manila-page-present = Present
manila-page-meaning = Meaning
manila-page-always = always
manila-page-always-present = always present
manila-page-sometimes = sometimes
# Both are names of types, as JSON Schema has them: array of string.
manila-page-array-of = { $array } of { $items }
manila-page-one-of = One of { $values }.
manila-page-one-of-list = One of: { $values }.
manila-page-response-title = The response
manila-page-response-in = The response, { $style }
manila-page-response-named = Response, { $style }
manila-page-origins = Where it can come from
manila-page-conditions = What the framework answers with it
manila-page-rule = the rule { $rule }
manila-page-related = Related codes
manila-page-facts = At a glance
manila-page-status = Status
manila-page-derived = (chosen here; its source has none)
manila-page-number = Number
manila-page-retry = Retry
manila-page-who-acts = Who acts
manila-page-user-can-act = The user can act
manila-page-yes = yes
manila-page-no = no
manila-page-applied = Was the request applied?
manila-page-severity = Severity
manila-page-category = Category
manila-page-exit-code = Exit code
manila-page-of-a-client = of a command-line client
manila-page-exit-code-of-a-client = Exit code of a command-line client
# Then follow: response, violation, job.
manila-page-found-in = Found in
# The version of the API that has had the code first.
manila-page-since = Since
manila-page-address = Address
manila-page-neighbours = Neighbouring codes
manila-page-previous = Previous
manila-page-next = Next
manila-page-page-of = The page of { $code }.
manila-page-go-to-page = Go to the page of { $code }
manila-page-request = Your request
# It leads to the request in a log or a trace.
manila-page-look-up = Look it up
manila-page-copy = Copy
manila-page-copied = Copied
manila-page-not-allowed = Not allowed

## The error reference: what the words of catalogs mean

manila-page-retry-never = never
manila-page-retry-never-advice = Do not repeat the request: it fails again.
manila-page-retry-never-header = `x-should-retry: false` says so.
# After the moment that the response names.
manila-page-retry-after = after
manila-page-retry-after-advice = Repeat the request when the response says.
manila-page-retry-after-header = `retry-after` has the moment, beside `x-should-retry: true`.
# Each attempt waits longer than the one before.
manila-page-retry-backoff = backoff
manila-page-retry-backoff-advice = Repeat the request, and wait longer before each attempt.
manila-page-retry-backoff-header = `x-should-retry: true` says so.
manila-page-retry-after-change = after change
manila-page-retry-after-change-advice = Change the request before it is repeated.
manila-page-retry-after-change-header = `x-should-retry: false` says that the same request fails again.
manila-page-owner-caller = caller
manila-page-owner-caller-acts = the caller: its program has to change
manila-page-owner-user = user
manila-page-owner-user-acts = the user of the caller
manila-page-owner-operator = operator
manila-page-owner-operator-acts = the operator of the service
manila-page-owner-nobody = nobody
manila-page-owner-nobody-acts = nobody: it passes by itself
manila-page-applied-no = no, it had no effect
manila-page-applied-yes = yes, it had its effect
manila-page-applied-unknown = not known; look before you repeat it
manila-page-severity-info = info
manila-page-severity-warning = warning
manila-page-severity-error = error
manila-page-severity-critical = critical
manila-page-scope-response = response
manila-page-scope-violation = violation
manila-page-scope-job = job

## The error reference: operations and changes

manila-page-operations-about = Which errors can come from each operation of { $catalog }.
manila-page-operations-lead = Which errors can come from where in { $catalog }.
manila-page-single-operations = Single operations
manila-page-groups = Groups
manila-page-operation-about = { $count } codes that can come from { $operation }.
manila-page-operation-lead = { $count } codes can come from this operation.
manila-page-group-lead = { $count } codes can come from this group.
manila-page-its-operations = Its operations:
manila-page-its-groups = Its groups:
manila-page-changes-about = What changed in the errors of { $catalog }, and for whom it breaks.
manila-page-subscribe = Subscribe to the feed
manila-page-this-version = This version
manila-page-unchanged = Since { $version }: nothing changed.
manila-page-changed = Since { $version }: { $count } changes that break clients, { $others } that do not.
manila-page-breaking = Breaks clients
manila-page-compatible = Breaks nothing

## The error reference: the index for language models

manila-page-models-total = { $count } codes of { $service }
manila-page-models-total-of-version = { $count } codes of { $service }, version { $version }
manila-page-models-about = An error response has one of them; its status is a 4xx or a 5xx.
manila-page-models-pages = Each code has a page at its own name
manila-page-models-pages-below = Each code has a page at its own name below { $address }
manila-page-as-markdown = as Markdown
manila-page-as-data = as data
manila-page-models-page-says = A page says what the code means, when it occurs, what the caller does, whether to retry, and has the whole response.
manila-page-whole-list = The whole list of { $catalog } as data:

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
