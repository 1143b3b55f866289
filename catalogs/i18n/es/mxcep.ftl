# The texts of the mxcep catalog in Spanish.

## Authentication & session

unauthorized = Necesitas iniciar sesión para hacer esto.
    .meaning = Se llamó a un endpoint protegido sin credenciales válidas.
    .cause-1 = La solicitud no trae credenciales.
    .cause-2 = Las credenciales no son válidas.
    .cause-3 = Las credenciales expiraron.
    .client-1 = Vuelve a iniciar sesión o envía una clave de API recién rotada.
    .client-2 = Repite la solicitud.

invalid_credentials = Las credenciales no son correctas.
    .meaning = El correo o la contraseña no corresponden a ninguna cuenta.
    .cause-1 = El correo es incorrecto.
    .cause-2 = La contraseña es incorrecta.
    .client-1 = Muestra un mensaje neutro que no revele si el dato incorrecto fue el correo o la contraseña.

auth_header_empty = El encabezado Authorization está vacío.
    .meaning = La solicitud trae un encabezado `Authorization` sin contenido.
    .cause-1 = El encabezado `Authorization` no tiene valor.
    .client-1 = Escribe en el encabezado la palabra `Bearer`, un espacio y la credencial.

unrecognized_auth_format = El encabezado Authorization no tiene un formato conocido.
    .meaning = El valor de `Authorization` no es la palabra `Bearer` seguida de un token.
    .cause-1 = `Authorization` no contiene `Bearer` seguido de un token.
    .client-1 = Envía una clave de API como `Bearer mxcep_...` o usa en su lugar el JWT de la cookie de sesión.

invalid_api_key = La clave de API no es válida.
    .title = Clave de API no válida
    .meaning = La clave de API con la que se llamó a un endpoint entre máquinas (M2M) tiene un prefijo incorrecto o está mal formada.
    .cause-1 = El prefijo de la clave de API es incorrecto.
    .cause-2 = La clave de API está mal formada.
    .client-1 = Genera una clave nueva en la página `/uso` o con `POST /v1/users/me/api-key/regenerate`, y usa esa.

invalid_encrypted_api_key = No se puede leer la clave de API.
    .title = Clave de API cifrada no válida
    .meaning = El secreto del servidor no descifra la clave de API que se envió a un endpoint M2M.
    .cause-1 = El secreto del servidor no descifra la clave de API.
    .client-1 = Genera una clave nueva y usa esa.

api_key_decryption_failed = No fue posible verificar la clave de API.
    .title = Falló el descifrado de la clave de API
    .meaning = Falló la criptografía misma al descifrar la clave de API de una llamada a un endpoint M2M.
    .cause-1 = La criptografía falló al descifrar la clave de API.
    .client-1 = Genera una clave nueva y usa esa.

auth_method_denied = Esto no se puede hacer con este método de autenticación.
    .meaning = El endpoint es para un tipo de cliente y la credencial es para otro.
    .cause-1 = Se envió una clave de API donde se necesita la cookie de la interfaz de usuario.
    .cause-2 = Se envió la cookie donde se necesita una clave de API.
    .client-1 = Envía el tipo de credencial que acepta el endpoint; la página sobre autenticación indica cuál es.

dashboard_token_misuse = La sesión del panel no sirve para este endpoint.
    .meaning = Se envió un token del panel a uno de los endpoints M2M que están bajo `/v1/`.
    .cause-1 = Se envió un token del panel a un endpoint M2M.
    .client-1 = Envía una clave de API en lugar de la cookie.

token_expired = Tu sesión expiró.
    .meaning = El JWT que se envió a un endpoint con autenticación por cookie rebasó su fecha de expiración.
    .cause-1 = El JWT rebasó su fecha de expiración.
    .client-1 = Inicia sesión otra vez para obtener un token nuevo o elimina la cookie.

token_lifetime_exceeded = Tu sesión alcanzó su duración máxima.
    .meaning = El JWT es más antiguo que el máximo absoluto que permite el servidor, sin importar cuántas veces se haya renovado.
    .cause-1 = El JWT es más antiguo que el máximo absoluto del servidor.
    .client-1 = Vuelve a iniciar sesión.

invalid_token_format = El token de sesión no es válido.
    .meaning = El JWT no consta de tres partes.
    .cause-1 = El JWT no tiene tres segmentos.
    .client-1 = Vuelve a iniciar sesión.

invalid_token_encoding = La codificación del token de sesión no es válida.
    .meaning = Una parte del JWT no es base64url válido.
    .cause-1 = El JWT no es base64url válido.
    .client-1 = Vuelve a iniciar sesión.

invalid_token_signature = La firma del token de sesión no es válida.
    .meaning = Se comprobó la firma del JWT y es incorrecta.
    .cause-1 = La firma del JWT no pasa la verificación.
    .client-1 = Vuelve a iniciar sesión.

invalid_token_payload = El contenido del token de sesión no es válido.
    .meaning = El contenido (payload) del JWT no es JSON.
    .cause-1 = El contenido (payload) del JWT no es JSON.
    .client-1 = Vuelve a iniciar sesión.

invalid_token_issuer = El token de sesión proviene de otro emisor.
    .meaning = El claim `iss` del JWT no es el que espera el servidor.
    .cause-1 = El `iss` del JWT no es el esperado.
    .client-1 = Vuelve a iniciar sesión.

invalid_token_audience = El token de sesión es para otro servicio.
    .meaning = El claim `aud` del JWT no es el que espera el servidor.
    .cause-1 = El `aud` del JWT no es el esperado.
    .client-1 = Vuelve a iniciar sesión.

unsupported_token_algorithm = El algoritmo de firma del token de sesión no se acepta.
    .meaning = El `alg` del JWT no está en la lista de algoritmos aceptados.
    .cause-1 = El `alg` del JWT no es uno de los aceptados.
    .client-1 = Vuelve a iniciar sesión.

session_invalidated = Esta sesión fue cerrada.
    .meaning = Alguien cerró la sesión manualmente.
    .cause-1 = Un cierre forzado terminó la sesión.
    .cause-2 = Un restablecimiento de la autenticación en dos pasos terminó la sesión.
    .client-1 = Vuelve a iniciar sesión.

csrf_missing = A la solicitud le falta su token de protección.
    .title = Falta el token CSRF
    .meaning = Un cambio que solo hace la interfaz de usuario, con autenticación por cookie, llegó sin el encabezado `X-CSRF-Token`.
    .cause-1 = Un cambio con la cookie llegó sin el encabezado `X-CSRF-Token`.
    .client-1 = Obtén la cookie de nuevo.
    .client-2 = Repite la solicitud con el token que le corresponde.

csrf_mismatch = El token de protección de la solicitud no coincide.
    .title = El token CSRF no coincide
    .meaning = El token CSRF de un cambio hecho desde la interfaz de usuario no es el de la cookie.
    .cause-1 = El token CSRF no es el de la cookie.
    .client-1 = Obtén la cookie de nuevo.
    .client-2 = Repite la solicitud con el token que le corresponde.

forbidden = No tienes permiso para hacer esto.
    .meaning = El rol de quien hace la solicitud no incluye el permiso para esta acción.
    .cause-1 = Al rol de quien hace la solicitud le falta el permiso.
    .client-1 = Pide al administrador de la cuenta que otorgue el permiso.

permission_denied = Tu rol no permite esta acción.
    .meaning = Es lo mismo que `forbidden`, pero en los endpoints de administración.
    .cause-1 = En un endpoint de administración, al rol de quien hace la solicitud le falta el permiso.
    .client-1 = Comprueba si el usuario tiene el rol que requiere la acción.

account_suspended = Esta cuenta está suspendida.
    .meaning = La cuenta de quien hace la solicitud fue suspendida.
    .cause-1 = La cuenta de quien hace la solicitud está suspendida.
    .client-1 = Pide al usuario que escriba a soporte.

account_deleted = Esta cuenta fue eliminada.
    .meaning = La cuenta de quien hace la solicitud está marcada como eliminada (borrado lógico).
    .cause-1 = La cuenta de quien hace la solicitud se eliminó mediante un borrado lógico.
    .client-1 = Pide al usuario que escriba a soporte.

registration_disabled = Por el momento no se aceptan registros nuevos.
    .meaning = La opción `registration.enabled`, que rige para todo el servicio, está desactivada.
    .cause-1 = La opción `registration.enabled` está desactivada.
    .client-1 = No envíes registros hasta que se vuelvan a abrir.

## OTP, 2FA, and verification

phone_not_verified = Tu número de teléfono aún no está verificado.
    .meaning = El usuario no ha confirmado su número de teléfono con un OTP. En el ejemplo publicado de una respuesta 422, el código señala el miembro `phone`.
    .cause-1 = El número de teléfono no se ha verificado con un OTP.
    .client-1 = Envía un código con `POST /v1/auth/request-verification-otp`.
    .client-2 = Deja que el usuario confirme el número.

phone_already_verified = Este número de teléfono ya está verificado.
    .meaning = Se llamó a `POST /v1/auth/request-verification-otp` con un número que ya se había confirmado.
    .cause-1 = El número de teléfono ya está verificado.
    .client-1 = Continúa con el flujo normal; no queda nada por verificar.

otp_not_found = No hay ningún código activo por confirmar.
    .title = OTP no encontrado
    .meaning = El usuario no tiene ningún OTP activo para este fin.
    .cause-1 = No hay ningún OTP activo para este usuario y este fin.
    .client-1 = Solicita un OTP nuevo.

otp_invalid_code = El código no es correcto.
    .title = Código OTP incorrecto
    .meaning = El OTP que escribió el usuario no es el que se envió.
    .cause-1 = El código es incorrecto.
    .client-1 = Deja que el usuario vuelva a escribir el código; el número de intentos es limitado.

otp_expired = El código expiró.
    .title = OTP expirado
    .meaning = La vigencia del OTP terminó antes de que se confirmara.
    .cause-1 = El OTP expiró antes de usarse.
    .client-1 = Solicita un OTP nuevo.

otp_max_attempts = Se agotaron los intentos para este código.
    .title = Intentos del OTP agotados
    .meaning = El OTP se escribió mal tantas veces como se permite y ya no se puede confirmar.
    .cause-1 = Se agotaron los intentos para este OTP.
    .client-1 = Solicita un OTP completamente nuevo.

otp_already_used = Este código ya se usó.
    .title = OTP ya usado
    .meaning = El OTP ya se confirmó una vez y solo sirve una vez.
    .cause-1 = El OTP ya se había usado.
    .client-1 = Solicita otro OTP.

otp_cooldown = Aún es muy pronto para enviar otro código.
    .title = Espera entre OTP
    .meaning = El usuario pidió demasiados OTP en poco tiempo.
    .cause-1 = Se pidieron demasiados OTP en poco tiempo.
    .client-1 = Deja pasar el tiempo de espera y después vuelve a pedir el código.

invalid_otp_id = El identificador del código no es válido.
    .title = Identificador de OTP no válido
    .meaning = El `otp_id` de una confirmación no es un UUID (422). En los paneles de administración, que revisan sus parámetros de la misma manera, el estado es 400.
    .cause-1 = El `otp_id` no es un UUID.
    .client-1 = Solicita un OTP nuevo.
    .client-2 = Envía el `otp_id` que viene con él.

invalid_otp_parameters = Faltan datos para confirmar el código.
    .title = Parámetros de OTP no válidos
    .meaning = El cuerpo de la confirmación de un OTP está incompleto.
    .cause-1 = El cuerpo del OTP está incompleto.
    .client-1 = Compara el cuerpo con los campos obligatorios.

missing_otp_id = Falta el identificador del código.
    .title = Falta el identificador del OTP
    .meaning = El cuerpo de la confirmación de un OTP no trae `otp_id`.
    .cause-1 = El cuerpo no trae `otp_id`.
    .client-1 = Envía también el `otp_id`.

invalid_verification_token = La verificación no es válida.
    .meaning = El token de verificación que se envió a `POST /v1/auth/reset-password` está mal formado o no es válido.
    .cause-1 = El token de verificación no es válido.
    .cause-2 = El token de verificación está mal formado.
    .client-1 = Comienza la verificación desde el primer paso.

invalid_reset_context = Este restablecimiento de contraseña ya no es válido.
    .meaning = El token de un restablecimiento pertenece a otro contexto.
    .cause-1 = El propósito del restablecimiento no coincide.
    .cause-2 = La audiencia del restablecimiento no coincide.
    .cause-3 = La expiración del restablecimiento no coincide.
    .client-1 = Comienza el restablecimiento desde el primer paso.

purpose_mismatch = Este código es para otro fin.
    .meaning = El OTP se envió para un fin distinto de aquel para el que se está usando.
    .cause-1 = El OTP se emitió para otro fin.
    .client-1 = Solicita un OTP nuevo e indica para qué fin es.

confirmation_token_missing = Esta acción requiere una confirmación.
    .meaning = Se llamó a un endpoint con confirmación reforzada (step-up) sin `confirmation_token`.
    .cause-1 = Una llamada con confirmación reforzada no trae `confirmation_token`.
    .client-1 = Envía también el `confirmation_token` del primer paso.

confirmation_token_invalid = La confirmación no es válida.
    .meaning = El token de una confirmación reforzada (step-up) está mal formado y no se puede usar.
    .cause-1 = El token de la confirmación reforzada está mal formado.
    .client-1 = Solicita el token una vez más.

confirmation_token_malformed = La confirmación está incompleta.
    .meaning = El token de una confirmación reforzada (step-up) no tiene la estructura de un token de ese tipo.
    .cause-1 = El token de la confirmación reforzada no tiene la estructura esperada.
    .client-1 = Solicita un token nuevo.

confirmation_token_mismatch = La confirmación es para otra acción.
    .meaning = El token de una confirmación reforzada (step-up) se emitió para una acción distinta de la que se llamó.
    .cause-1 = El token de la confirmación reforzada pertenece a otra acción.
    .client-1 = Solicita un token para la acción que quieres realizar.

confirmation_token_already_used = Esta confirmación ya se usó.
    .meaning = Una solicitud anterior ya consumió el token de una confirmación reforzada (step-up); cada uno sirve una sola vez.
    .cause-1 = El token de la confirmación reforzada ya se había usado.
    .client-1 = Solicita otro token.

confirmation_token_slug_mismatch = La confirmación es para otro plan.
    .meaning = El token de una confirmación reforzada (step-up) indica un plan (slug) distinto del de la solicitud.
    .cause-1 = El token de la confirmación reforzada se emitió para otro plan.
    .client-1 = Haz que se emita un token para el plan que quieres usar.

twofa_required = Ingresa tu segundo factor para iniciar sesión.
    .title = Se requiere la autenticación en dos pasos
    .meaning = La contraseña fue correcta y la cuenta tiene activada la autenticación en dos pasos, así que hay que resolver un desafío.
    .cause-1 = La cuenta tiene activada la autenticación en dos pasos y su desafío no se ha resuelto.
    .client-1 = Pide el segundo factor.
    .client-2 = Envíalo a `POST /v1/auth/2fa/verify-challenge`.

twofa_invalid_challenge = El segundo factor no es correcto.
    .title = Desafío en dos pasos incorrecto
    .meaning = El código que se envió a `POST /v1/auth/2fa/verify-challenge` no resuelve el desafío.
    .cause-1 = El código del desafío es incorrecto.
    .client-1 = Deja que el usuario lo escriba de nuevo.

twofa_invalid_context = Esta confirmación en dos pasos no es válida aquí.
    .title = Contexto de la confirmación en dos pasos no válido
    .meaning = El propósito o la audiencia de un desafío en dos pasos no es lo que espera el endpoint.
    .cause-1 = El propósito del desafío no coincide.
    .cause-2 = La audiencia del desafío no coincide.
    .client-1 = Comienza el flujo desde el primer paso.

twofa_not_enabled = La autenticación en dos pasos no está activada.
    .title = La autenticación en dos pasos no está activada
    .meaning = Se quiso verificar un segundo factor y la cuenta no tiene ninguno.
    .cause-1 = Se quiso verificar un segundo factor que el usuario no tiene.
    .client-1 = Activa primero la autenticación en dos pasos.

twofa_already_disabled = La autenticación en dos pasos ya está desactivada.
    .title = La autenticación en dos pasos ya está desactivada
    .meaning = Se llamó a `POST /v1/auth/2fa/confirm-disable` para una cuenta que ya no tiene segundo factor.
    .cause-1 = Se quiso desactivar la autenticación en dos pasos y ya está desactivada.
    .client-1 = Da la acción por hecha, pues la cuenta ya está en el estado deseado.

twofa_already_enabled = La autenticación en dos pasos ya está activada.
    .title = La autenticación en dos pasos ya está activada
    .meaning = Se llamó a `POST /v1/auth/2fa/confirm-enable` para una cuenta que ya tiene un segundo factor.
    .cause-1 = Se quiso activar la autenticación en dos pasos y ya está activada.
    .client-1 = Da la acción por hecha, pues la cuenta ya está en el estado deseado.

twofa_method_same = Este ya es tu método de autenticación en dos pasos.
    .title = Mismo método de autenticación en dos pasos
    .meaning = `POST /v1/auth/2fa/confirm-method-change` indica el método que la cuenta ya tiene.
    .cause-1 = El método nuevo es el actual.
    .client-1 = Deja que el usuario elija otro método.

twofa_method_unsupported = Este método de autenticación en dos pasos no está disponible.
    .title = Método de autenticación en dos pasos no disponible
    .meaning = La solicitud indica un método para el segundo factor que el servicio no ofrece.
    .cause-1 = El servicio no ofrece ese método.
    .client-1 = Elige `sms` o `email`.

twofa_action_mismatch = La confirmación en dos pasos es para otra acción.
    .title = La acción confirmada en dos pasos no coincide
    .meaning = El desafío se resolvió para una acción distinta de la que se llamó con él.
    .cause-1 = El desafío se resolvió para otra acción.
    .client-1 = Comienza la confirmación reforzada (step-up) desde el primer paso.

## Registration & account

email_already_registered = Este correo no se puede usar para registrarse.
    .meaning = Una cuenta verificada tiene este correo.
    .cause-1 = Una cuenta verificada tiene el correo.
    .client-1 = Muestra un mensaje neutro, para que nadie pueda averiguar qué correos tienen cuenta.

email_already_taken = Este correo no está disponible.
    .meaning = Equivale a `email_already_registered`, pero en un cambio de correo en lugar de un registro: el correo nuevo no está disponible.
    .cause-1 = El correo no está disponible.
    .client-1 = Deja que el usuario elija otro correo.

email_already_verified = Este correo ya está verificado.
    .meaning = Se llamó a `POST /v1/auth/email/request-verify` con un correo que ya se había confirmado.
    .cause-1 = El correo ya está verificado.
    .client-1 = Continúa normalmente; no queda nada por verificar.

email_same_as_current = El correo nuevo es igual al actual.
    .meaning = `POST /v1/auth/email/request-change` indica como nuevo el correo actual.
    .cause-1 = El correo nuevo es el actual.
    .client-1 = Deja que el usuario ingrese un correo distinto.

email_delivery_failed = No se pudo enviar el correo.
    .meaning = El proveedor que entrega el correo rechazó el mensaje.
    .cause-1 = El proveedor de correo rechazó el mensaje.
    .client-1 = Inténtalo de nuevo y espera más tiempo en cada intento.
    .client-2 = Si sigue fallando, escribe a soporte.

phone_taken = Este número de teléfono no se puede usar.
    .meaning = Otra cuenta verificada tiene este número de teléfono.
    .cause-1 = Otra cuenta verificada tiene el número de teléfono.
    .client-1 = Deja que el usuario ingrese otro número.

phone_required_for_email_change = Verifica tu teléfono antes de cambiar tu correo.
    .meaning = `POST /v1/auth/email/request-change` requiere una cuenta con el teléfono verificado, y el de esta no lo está.
    .cause-1 = La cuenta no tiene un número de teléfono verificado.
    .client-1 = Haz que primero se verifique el número de teléfono.

password_mismatch = Las dos contraseñas no son iguales.
    .meaning = `password_confirmation` es distinto de `password`.
    .cause-1 = `password_confirmation` es distinto de `password`.
    .client-1 = Deja que el usuario escriba dos veces la misma contraseña.

password_too_short = La contraseña es demasiado corta.
    .meaning = La contraseña tiene menos caracteres que el mínimo.
    .cause-1 = La contraseña es más corta que el mínimo.
    .client-1 = Deja que el usuario elija una más larga.

password_too_weak = La contraseña es demasiado fácil de adivinar.
    .meaning = La contraseña no cumple las reglas de complejidad.
    .cause-1 = La contraseña incumple las reglas de complejidad.
    .client-1 = Deja que el usuario elija una más segura.

new_password_too_short = La contraseña nueva es demasiado corta.
    .meaning = Es lo mismo que `password_too_short`, pero para la contraseña nueva de un cambio de contraseña.
    .cause-1 = La contraseña nueva es más corta que el mínimo.
    .client-1 = Deja que el usuario elija una contraseña con más caracteres.

current_password_required = Ingresa también tu contraseña actual.
    .meaning = Un cambio de contraseña llegó sin `current_password`.
    .cause-1 = El cambio de contraseña no trae `current_password`.
    .client-1 = Envía también ese campo.

current_password_incorrect = La contraseña actual no es correcta.
    .meaning = El `current_password` de un cambio de contraseña no es la contraseña de la cuenta.
    .cause-1 = El `current_password` es incorrecto.
    .client-1 = Deja que el usuario vuelva a escribir la contraseña actual.

invalid_email_change_context = Este cambio de correo ya no es válido.
    .meaning = El cambio de correo que se quiso aplicar tiene un contexto que no corresponde, porque su propósito es otro.
    .cause-1 = El propósito del cambio de correo no coincide.
    .client-1 = Comienza el flujo desde el primer paso.

sms_delivery_failed = No se pudo enviar el mensaje de texto.
    .title = Falló el envío del SMS
    .meaning = El proveedor que entrega los SMS se negó a enviar el OTP.
    .cause-1 = El proveedor de SMS se negó a enviar el OTP.
    .client-1 = Inténtalo de nuevo y espera más tiempo en cada intento.
    .client-2 = Si sigue fallando, escribe a soporte.

unsupported_locale = Este idioma no está disponible.
    .meaning = `PUT /v1/users/me` indica un idioma (locale) que no está entre los que habla el servicio.
    .cause-1 = El idioma no es uno de los del servicio.
    .client-1 = Envía `es` o `en`.

language_unsupported = El servicio no está disponible en este idioma.
    .meaning = Es otro nombre de `unsupported_locale`.
    .cause-1 = El idioma no es uno de los del servicio.
    .client-1 = Envía `es` o `en`.

## Generic field validation

required = Este campo es obligatorio.
    .title = Campo obligatorio
    .meaning = Al cuerpo le falta un campo que el endpoint exige.
    .cause-1 = Falta un campo obligatorio.
    .client-1 = Envía también ese campo.

missing_field = Falta un campo obligatorio.
    .meaning = Es lo mismo que `required`, pero para ciertos campos que se nombran por separado.
    .cause-1 = Falta cierto campo obligatorio.
    .client-1 = Envía también ese campo.

invalid_format = El formato de este campo no es correcto.
    .meaning = El valor de un campo no está escrito en el formato que le corresponde.
    .cause-1 = El campo no está escrito en su formato.
    .client-1 = Escribe el valor en el formato esperado.

invalid_value = Este valor no está permitido.
    .meaning = El valor de un campo no es ninguno de los que puede tener.
    .cause-1 = El valor no es uno de los permitidos.
    .client-1 = Elige uno de los valores que se indican para el campo.

invalid_type = El tipo de este valor no es correcto.
    .meaning = Un valor es de un tipo distinto del de su campo. El validador de la configuración de los procesos de trabajo, en `/admin/queues`, también responde así.
    .cause-1 = El valor es de otro tipo de JSON.
    .cause-2 = El valor es de otro tipo de PHP.
    .client-1 = Envía el valor con el tipo correcto.

invalid_email = Este no es un correo válido.
    .meaning = El valor no se puede interpretar como un correo.
    .cause-1 = El correo no se puede interpretar.
    .client-1 = Corrige el correo.

invalid_phone = Este no es un número de teléfono válido.
    .meaning = El valor no se puede interpretar como un número de teléfono en E.164.
    .cause-1 = El número de teléfono no está en E.164.
    .client-1 = Escribe el número con su código de país, como en `+52...`.

invalid_uuid = Este no es un identificador válido.
    .title = UUID no válido
    .meaning = El valor no es un UUID de la versión 4.
    .cause-1 = El valor no es un UUID de la versión 4.
    .client-1 = Envía un UUID válido.

invalid_url = Esta no es una dirección web válida.
    .title = URL no válida
    .meaning = El valor no se puede interpretar como una URL.
    .cause-1 = La URL está mal formada.
    .client-1 = Corrige la URL.

invalid_url_scheme = La dirección debe empezar con https.
    .title = Esquema de URL no válido
    .meaning = La URL tiene un esquema distinto de `https`, que es el único que se acepta.
    .cause-1 = El esquema no es `https`.
    .client-1 = Envía la URL con `https://`.

url_ssrf_blocked = Esta dirección no se puede usar.
    .title = URL bloqueada por SSRF
    .meaning = La URL lleva a una dirección IP privada, ya sea directamente o porque su nombre se resuelve después a una (DNS rebinding). La revisión evita que el servicio se use para llegar a sistemas internos.
    .cause-1 = La URL apunta a una dirección IP privada.
    .cause-2 = El nombre del servidor se asocia después a otra dirección (DNS rebinding).
    .client-1 = Indica un servidor público.

url_dns_failed = No se encontró el servidor de esta dirección.
    .title = Falló el DNS de la URL
    .meaning = El DNS no dio ninguna dirección para el servidor de la URL.
    .cause-1 = El DNS no resolvió el nombre del servidor.
    .client-1 = Revisa el nombre del servidor.

max_length_exceeded = Este valor es demasiado largo.
    .meaning = El valor es más largo de lo que permite su campo.
    .cause-1 = El valor es más largo de lo que permite su campo.
    .client-1 = Envía un valor más corto.

invalid_amount = Este no es un monto válido.
    .meaning = El valor no se puede interpretar como un número decimal mayor que cero.
    .cause-1 = El monto no es un número decimal positivo.
    .client-1 = Corrige el monto.

invalid_date = Esta no es una fecha válida.
    .meaning = El valor no se puede interpretar como una fecha o está fuera de las fechas que se aceptan.
    .cause-1 = La fecha está mal formada.
    .cause-2 = La fecha está fuera de rango.
    .client-1 = Escribe la fecha según ISO 8601.

invalid_account_format = El número de cuenta no tiene un formato conocido.
    .meaning = La cuenta no es de ninguno de los tres tipos que conoce el servicio: una CLABE de 18 dígitos, un número de tarjeta de 16 o un número de teléfono en E.164.
    .cause-1 = La cuenta no es una CLABE de 18 dígitos, ni un número de tarjeta de 16, ni un número de teléfono en E.164.
    .client-1 = Escribe la cuenta como lo exige su `account_type`.

invalid_clabe_checksum = Esta CLABE no es correcta.
    .title = Dígito verificador de la CLABE incorrecto
    .meaning = El último dígito de la CLABE no corresponde a los dígitos anteriores.
    .cause-1 = El dígito verificador de la CLABE es incorrecto.
    .client-1 = Deja que el usuario compare la CLABE con su fuente.

invalid_card_luhn = Este número de tarjeta no es correcto.
    .title = La tarjeta no pasa la prueba de Luhn
    .meaning = El número de tarjeta no pasa la prueba de Luhn.
    .cause-1 = El número de tarjeta no pasa la prueba de Luhn.
    .client-1 = Deja que el usuario compare el número de tarjeta (PAN) con la tarjeta.

invalid_account_length = La cantidad de dígitos de la cuenta no es correcta.
    .meaning = La cantidad de dígitos no corresponde al tipo de cuenta: una CLABE tiene 18; una tarjeta, 16; un número de teléfono, 10.
    .cause-1 = La cantidad de dígitos no es la del tipo: 18 para una CLABE, 16 para una tarjeta y 10 para un teléfono.
    .client-1 = Envía tantos dígitos como tiene el tipo.

invalid_bank_code = Este banco no se reconoce.
    .meaning = El código indicado no está en el catálogo de bancos.
    .cause-1 = El código no está en el catálogo de bancos.
    .client-1 = Toma un código de `GET /v1/public/banks`.

invalid_image = No se puede abrir la imagen.
    .meaning = Los datos de la imagen no se pueden decodificar.
    .cause-1 = La imagen no se puede decodificar.
    .client-1 = Envía la imagen de nuevo.

invalid_image_format = La imagen debe ser un archivo JPEG, PNG o WEBP.
    .meaning = La imagen está en un formato distinto de los tres que se aceptan.
    .cause-1 = El formato no es JPEG, PNG ni WEBP.
    .client-1 = Convierte la imagen, por ejemplo a JPEG o PNG.

image_too_large = La imagen es demasiado grande.
    .meaning = La imagen supera el límite de tamaño para imágenes.
    .cause-1 = La imagen supera el límite de tamaño.
    .client-1 = Reduce el tamaño de la imagen.

validation_error = La solicitud contiene algo que no es válido.
    .meaning = Falló una revisión que no tiene código propio.
    .cause-1 = Falló una revisión que no tiene código propio.
    .client-1 = Consulta `source.pointer` y `meta` para saber de qué se trata.

validation_failed = Algunos de los datos no son válidos.
    .meaning = Es lo mismo que `validation_error`, pero para varias fallas que se informan juntas.
    .cause-1 = Fallaron varias revisiones a la vez.
    .client-1 = Lee el detalle de la respuesta.

invalid_request_body = El cuerpo de la solicitud no es JSON válido.
    .meaning = El cuerpo no se puede interpretar como JSON.
    .cause-1 = El cuerpo no es JSON.
    .client-1 = Envía un cuerpo que sea JSON válido.

invalid_payload = La solicitud no tiene la estructura esperada.
    .meaning = El cuerpo es JSON, pero su estructura no es la del contrato. El contenido de las confirmaciones reforzadas (step-up) de los paneles de administración también se revisa así.
    .cause-1 = La estructura del cuerpo no es la del contrato.
    .client-1 = Compara la solicitud con la documentación del endpoint.

payload_too_large = La solicitud es demasiado grande.
    .meaning = El cuerpo completo es más grande de lo que se acepta. El contenido de las confirmaciones reforzadas (step-up) de los paneles de administración pasa por la misma revisión.
    .cause-1 = El cuerpo completo supera el límite.
    .client-1 = Envía menos a la vez.

payload_corrupt = La solicitud no llegó completa.
    .meaning = El cuerpo se cortó en el camino o está mal formado (422). Para el contenido de las confirmaciones reforzadas (step-up) de los paneles de administración, el estado es 400.
    .cause-1 = El cuerpo llegó cortado.
    .cause-2 = El cuerpo está mal formado.
    .client-1 = Envía la solicitud de nuevo.

message_build_failed = No se pudo preparar la solicitud para procesarla.
    .meaning = El servidor no pudo construir el mensaje que quería enviar a procesamiento.
    .cause-1 = El servidor no pudo construir el mensaje por enviar.
    .client-1 = Envía la solicitud de nuevo.

## Idempotency

invalid_idempotency_key = La clave de idempotencia no es válida.
    .meaning = El encabezado `Idempotency-Key` no cumple con `[A-Za-z0-9_-]{"{"}1,255{"}"}`.
    .cause-1 = El encabezado `Idempotency-Key` no cumple con `[A-Za-z0-9_-]{"{"}1,255{"}"}`.
    .client-1 = Crea una clave nueva con los caracteres permitidos.

idempotency_key_in_progress = Una solicitud con esta clave de idempotencia sigue en proceso.
    .meaning = Todavía no se ha respondido una solicitud anterior con la misma clave.
    .cause-1 = Hay otra solicitud en curso con esta clave.
    .client-1 = Espera el tiempo que indica el encabezado `Retry-After`.
    .client-2 = Repite la solicitud con la misma clave.

idempotency_key_reused = Esta clave de idempotencia pertenece a otra solicitud.
    .meaning = La clave ya había llegado antes con otro cuerpo.
    .cause-1 = La clave se usó con otro cuerpo.
    .client-1 = Envía exactamente el cuerpo de la primera solicitud o usa una clave nueva.

## SPEI transfer validation

clabe_prefix_not_recognized = La CLABE no corresponde a ningún banco conocido.
    .title = Prefijo de la CLABE no reconocido
    .meaning = Ningún banco tiene los tres dígitos con los que empieza la CLABE.
    .cause-1 = Los tres primeros dígitos de la CLABE no pertenecen a ningún banco.
    .client-1 = Deja que el usuario compare la CLABE con su fuente; es posible que la cuenta esté fuera de SPEI.

bank_code_required_for_phone = Indica el banco de este número de teléfono.
    .meaning = El `account_type` de una transferencia es `phone`, que exige indicar `bank_code`, y este no se indicó.
    .cause-1 = `account_type` es `phone` y falta `bank_code`.
    .client-1 = Envía también `bank_code`.

bank_code_unresolvable_for_phone = No se encontró el banco de este número de teléfono.
    .meaning = Se ejecutó una validación cuya cuenta es un número de teléfono, y DiMo no informó a qué banco pertenece el número. Solo aparece como resultado del trabajo.
    .cause-1 = DiMo no informó el banco del número de teléfono.
    .client-1 = Deja que la validación llegue a su fin, que es el estado `error`; para un nuevo intento, indica la cuenta de otra forma.

intra_bank_no_cep = No existe CEP para una transferencia dentro del mismo banco.
    .title = Sin CEP dentro del mismo banco
    .meaning = La transferencia se hizo entre dos cuentas del mismo banco, y Banxico no emite un CEP para esas transferencias. Solo aparece como resultado del trabajo.
    .cause-1 = Ambas cuentas son del mismo banco, caso en el que Banxico no emite un CEP.
    .client-1 = Pide el comprobante que el propio banco conserva de la transferencia.

clave_or_ref_required = Indica la clave de rastreo o la referencia numérica.
    .title = Se requiere la clave de rastreo o la referencia
    .meaning = La transferencia no indica `clave_rastreo` ni `referencia_numerica`, y se necesita una de las dos.
    .cause-1 = La solicitud no trae `clave_rastreo` ni `referencia_numerica`.
    .client-1 = Envía una de las dos.

image_or_image_url_required = Envía una imagen o la dirección de una.
    .title = Se requiere la imagen o su URL
    .meaning = Se quiso leer un comprobante por OCR, y la solicitud no trae `image` ni `image_url`.
    .cause-1 = La solicitud no trae `image` ni `image_url`.
    .client-1 = Envía una de las dos.

image_not_readable = No se puede leer la imagen.
    .meaning = El OCR no encontró en la imagen ningún texto que pudiera usar.
    .cause-1 = El OCR no pudo leer la imagen.
    .client-1 = Envía una imagen más nítida.

image_not_readable_receipt = La imagen no parece un comprobante de SPEI.
    .meaning = El OCR pudo leer la imagen, pero lo que leyó no parece ser un comprobante de una transferencia SPEI.
    .cause-1 = Lo que leyó el OCR no parece un comprobante de SPEI.
    .client-1 = Envía la imagen del comprobante correcto.

image_not_spei_receipt = Este comprobante no es de una transferencia SPEI.
    .title = La imagen no es un comprobante de SPEI
    .meaning = La imagen es un comprobante de una transferencia de un tipo distinto de SPEI.
    .cause-1 = El comprobante es de otro tipo de transferencia.
    .client-1 = Envía un comprobante de una transferencia SPEI.

## Async-validation terminal codes

network = No fue posible conectar con Banxico.
    .title = Falla de red
    .meaning = La validación terminó porque no se pudo conectar con Banxico ni siquiera después de los reintentos de red.
    .cause-1 = No se pudo conectar con Banxico y se agotaron los reintentos.
    .client-1 = Inicia la validación de nuevo más tarde.

captcha = Banxico no aceptó la consulta.
    .title = Captcha de Banxico
    .meaning = La validación terminó porque Banxico respondió con un captcha activo.
    .cause-1 = Banxico respondió con un captcha.
    .client-1 = Inicia la validación de nuevo más tarde.

max_retries_exceeded = La transferencia no se pudo confirmar en el número de intentos permitido.
    .meaning = La validación se intentó tantas veces como permite el plan.
    .cause-1 = Se alcanzó el límite de reintentos del plan.
    .client-1 = Inicia la validación de nuevo más tarde o cambia a un plan con más reintentos.

ttl_expired = La validación no terminó a tiempo.
    .title = TTL expirado
    .meaning = El tiempo de vida (TTL) del trabajo terminó antes de que llegara a un estado final.
    .cause-1 = El tiempo de vida del trabajo terminó antes de un estado final.
    .client-1 = Inicia la validación de nuevo.

preflight_failed = La transferencia no pasó las revisiones previas a la validación.
    .meaning = Falló una revisión que se hace antes de enviar el trabajo a procesamiento.
    .cause-1 = Falló la revisión previa al envío.
    .client-1 = Compara los datos de la transferencia con el comprobante e inicia una validación nueva.

rate_limit_exhausted = No hubo capacidad disponible para la validación.
    .meaning = Para la validación no quedaba capacidad libre en ningún proxy ni dentro de la tasa permitida.
    .cause-1 = No queda capacidad libre en ningún proxy ni dentro de la tasa permitida.
    .client-1 = Inicia la validación de nuevo más tarde, con menos validaciones a la vez.

banxico_rate_limit = Banxico está limitando las consultas en este momento.
    .title = Límite de consultas de Banxico
    .meaning = Banxico limitó una consulta individual. El servicio lo intenta de nuevo por sí solo.
    .cause-1 = Banxico limitó una consulta individual.
    .client-1 = Deja que la validación continúe; se repite sin una solicitud nueva.

banxico_rate_limit_exhausted = Banxico siguió limitando las consultas.
    .meaning = Banxico limitó las consultas durante tanto tiempo que se agotaron todos los reintentos por este motivo.
    .cause-1 = Se agotaron los reintentos tras el límite de consultas de Banxico.
    .client-1 = Inicia la validación de nuevo más tarde.

banxico_captcha_active = Banxico está pidiendo un captcha en este momento.
    .meaning = Banxico muestra un captcha en todas las consultas. El servicio lo intenta de nuevo por sí solo.
    .cause-1 = Banxico tiene un captcha en todas las consultas.
    .client-1 = Deja que la validación continúe; se repite sin una solicitud nueva.

rate_limit_batch = El lote se envió demasiado rápido.
    .title = Límite de un lote
    .meaning = Una parte de un lote alcanzó un límite de solicitudes.
    .cause-1 = Una parte del lote alcanzó un límite de solicitudes.
    .client-1 = Inicia de nuevo más tarde las validaciones de esa parte, con menos a la vez.

ocr_error = El comprobante no se pudo leer esta vez.
    .title = Error de OCR
    .meaning = Falló el servicio que lee las imágenes (Gemini).
    .cause-1 = Falló el servicio de OCR (Gemini).
    .client-1 = Envía el comprobante de nuevo más tarde.

banxico_error = Banxico respondió con un error.
    .meaning = Banxico falló de una manera que no tiene código propio.
    .cause-1 = Banxico falló de una manera que no tiene código propio.
    .client-1 = Inicia la validación de nuevo más tarde.

## Beneficiaries

query_param_account_required = Indica la cuenta en la dirección.
    .meaning = La consulta no trae `account`.
    .cause-1 = La consulta no trae `account`.
    .client-1 = Agrega a la consulta `?account=` con el número de la cuenta.

query_param_last_digits_required = Indica los últimos dígitos de la cuenta en la dirección.
    .meaning = La consulta de `GET /v1/account-directory/lookup` no trae `last_digits`.
    .cause-1 = La consulta no trae `last_digits`.
    .client-1 = Agrega a la consulta `?last_digits=` con los dígitos.

invalid_last_digits_length = Indica exactamente cuatro dígitos.
    .meaning = El `last_digits` de la consulta de `GET /v1/account-directory/lookup` tiene más o menos de cuatro dígitos.
    .cause-1 = `last_digits` no tiene cuatro dígitos.
    .client-1 = Envía cuatro dígitos.

account_number_required = Falta el número de cuenta.
    .meaning = El cuerpo de `POST /v1/beneficiaries` no trae `account_number`.
    .cause-1 = El cuerpo no trae `account_number`.
    .client-1 = Envía también ese campo.

beneficiary_already_registered = Esta cuenta ya está entre tus beneficiarios.
    .meaning = `POST /v1/beneficiaries` indica una cuenta que el usuario ya tiene como beneficiario.
    .cause-1 = La cuenta ya está entre los beneficiarios del usuario.
    .client-1 = Usa el beneficiario que ya existe.

beneficiary_not_found_for_account = No tienes un beneficiario con esta cuenta.
    .meaning = `GET /v1/beneficiaries/lookup` no encontró entre los beneficiarios del usuario ninguno con esa cuenta.
    .cause-1 = Ningún beneficiario tiene esta cuenta.
    .client-1 = Crea el beneficiario.

account_not_in_catalog = No hay información sobre esta cuenta.
    .meaning = La cuenta no está en el directorio que comparten todos los inquilinos (tenants).
    .cause-1 = La cuenta no está en el directorio de todos los inquilinos (tenants).
    .client-1 = Interprétalo como falta de información, no como una falla.

## Bulk imports (validations + beneficiaries)

file_required = Adjunta un archivo.
    .meaning = La carga no contiene ningún archivo.
    .cause-1 = La carga no trae ningún archivo.
    .client-1 = Adjunta el archivo y repite la carga.

multi_upload_not_allowed_for_text = Los archivos de texto se suben uno por uno.
    .meaning = Se eligieron varios archivos para `POST /v1/validations/imports`, y son de texto simple. Solo las imágenes se pueden subir juntas.
    .cause-1 = Se eligieron varios archivos, y son de texto simple.
    .client-1 = Sube los archivos de texto uno tras otro, o sube imágenes o un ZIP.

parse_failed = No se pudo leer ninguna fila del archivo.
    .meaning = El analizador no encontró filas en el archivo al preparar la vista previa de una importación.
    .cause-1 = El analizador no encontró filas.
    .client-1 = Revisa en qué formato está el archivo.

commit_failed = No se pudo completar la importación.
    .meaning = La confirmación (commit) de una importación se detuvo a la mitad.
    .cause-1 = La confirmación (commit) de la importación se detuvo a la mitad.
    .client-1 = Lee el detalle de la respuesta.
    .client-2 = Repite la confirmación solo donde sea idempotente.

job_not_editable = Esta importación ya no se puede editar.
    .meaning = Se quiso cambiar una fila de un trabajo que ya llegó a su estado final.
    .cause-1 = El trabajo está en su estado final.
    .client-1 = Deja de editar: el trabajo ya se confirmó.

job_not_cancellable = Este trabajo ya no se puede cancelar.
    .meaning = Se quiso cancelar un trabajo que no lo permite. Las colas responden así cuando el trabajo ya llegó a su estado final.
    .cause-1 = El trabajo no se puede cancelar.
    .client-1 = Deja de intentar cancelarlo: el trabajo ya terminó.

no_valid_fields = No hay nada que cambiar en esta solicitud.
    .meaning = Ninguno de los campos del cambio de una fila de importación se puede editar.
    .cause-1 = El cambio no contiene ningún campo válido.
    .client-1 = Envía uno o más campos que se puedan editar.

zip_pack_failed = No se pudo procesar el archivo ZIP.
    .title = Falló el reempaquetado del ZIP
    .meaning = No se pudieron volver a empaquetar las imágenes de un ZIP que se subió a `POST /v1/validations/imports`.
    .cause-1 = El ZIP de imágenes no se pudo volver a empaquetar.
    .client-1 = Empaqueta las imágenes en un ZIP común y sube ese.

no_valid_test_files = Ninguno de los archivos enviados se puede usar.
    .meaning = Una carga para las pruebas de la administración no contiene ningún archivo que se pueda procesar.
    .cause-1 = La carga no contiene ningún archivo que se pueda procesar.
    .client-1 = Revisa qué archivos hay en el conjunto.

duplicate_clave_rastreo = Esta clave de rastreo se repite en la importación.
    .title = Clave de rastreo duplicada
    .meaning = Otra fila de la misma importación tiene esta `clave_rastreo`.
    .cause-1 = Otra fila de la importación tiene la misma `clave_rastreo`.
    .client-1 = Cambia la fila o quítala.

duplicate_tuple = Esta transferencia se repite en la importación.
    .title = Transferencia duplicada
    .meaning = Otra fila tiene el mismo ordenante, el mismo beneficiario, la misma fecha y el mismo monto.
    .cause-1 = Otra fila tiene el mismo ordenante, el mismo beneficiario, la misma fecha y el mismo monto.
    .client-1 = Cambia la fila o quítala.

account_duplicate = Esta cuenta se repite en la importación.
    .meaning = Dos filas de una importación de beneficiarios tienen el mismo `account_number`.
    .cause-1 = Otra fila de los beneficiarios tiene el mismo `account_number`.
    .client-1 = Cambia la fila o quítala.

alias_duplicate = Este alias se repite en la importación.
    .meaning = Dos filas de una importación de beneficiarios tienen el mismo alias.
    .cause-1 = Otra fila de los beneficiarios tiene el mismo alias.
    .client-1 = Cambia la fila o quítala.

alias_missing = Falta el alias.
    .meaning = Una fila de una importación de beneficiarios no tiene alias.
    .cause-1 = Una fila de los beneficiarios no tiene alias.
    .client-1 = Ponle un alias a la fila.

clabe_checksum_failed = La CLABE de esta fila no es correcta.
    .title = Falló el dígito verificador de la CLABE
    .meaning = El dígito verificador de la CLABE de una fila no corresponde.
    .cause-1 = La CLABE de la fila no pasa la comprobación de su dígito verificador.
    .client-1 = Corrige la CLABE.

card_luhn_failed = El número de tarjeta de esta fila no es correcto.
    .title = La tarjeta no pasó la prueba de Luhn
    .meaning = El número de tarjeta de una fila no pasa la prueba de Luhn.
    .cause-1 = El número de tarjeta de la fila no pasa la prueba de Luhn.
    .client-1 = Corrige el número de tarjeta.

bin_unknown = No se reconoce el banco de esta tarjeta.
    .title = BIN desconocido
    .meaning = No se conoce ningún banco para los primeros dígitos (BIN) del número de tarjeta de una fila.
    .cause-1 = El BIN de la tarjeta no pertenece a ningún banco.
    .client-1 = Compara el número de tarjeta (PAN) con la tarjeta.

masked_account_unresolved = La cuenta de esta fila viene enmascarada.
    .meaning = Una fila llegó con algunos dígitos de su cuenta ocultos, y no se pudieron averiguar.
    .cause-1 = La cuenta llegó enmascarada y no se pudo resolver.
    .client-1 = Escribe en la fila el número completo de la cuenta.

no_match = No se reconoció nada en esta fila.
    .meaning = El analizador de texto libre no encontró ningún campo en una fila.
    .cause-1 = El analizador de texto libre no encontró ningún campo.
    .client-1 = Llena la fila a mano.

no_usable_data = Esta fila no tiene datos suficientes.
    .meaning = Lo que dice una fila no basta para importarla.
    .cause-1 = La fila no tiene datos suficientes.
    .client-1 = Completa la fila o quítala.

tracking_missing = Falta la clave de rastreo.
    .title = Falta la clave de rastreo
    .meaning = Una fila no tiene `clave_rastreo`.
    .cause-1 = La fila no tiene `clave_rastreo`.
    .client-1 = Escribe la clave de rastreo en la fila.

clabe_missing = Falta la cuenta de esta fila.
    .title = Falta la CLABE
    .meaning = Una fila no tiene CLABE ni otra cuenta.
    .cause-1 = La fila no tiene CLABE ni cuenta.
    .client-1 = Escribe la cuenta en la fila.

fecha_missing = Falta la fecha.
    .title = Falta la fecha
    .meaning = Una fila no tiene fecha.
    .cause-1 = La fila no tiene fecha.
    .client-1 = Escribe la fecha en la fila.

fecha_invalid = La fecha de esta fila no es válida.
    .title = Fecha no válida
    .meaning = La fecha de una fila no se puede leer.
    .cause-1 = La fecha de la fila no se puede interpretar.
    .client-1 = Corrige la fecha.

monto_missing = Falta el monto.
    .title = Falta el monto
    .meaning = Una fila no tiene monto.
    .cause-1 = La fila no tiene monto.
    .client-1 = Escribe el monto en la fila.

monto_invalid = El monto de esta fila no es válido.
    .title = Monto no válido
    .meaning = El monto de una fila no se puede leer.
    .cause-1 = El monto de la fila no se puede interpretar.
    .client-1 = Corrige el monto.

## Plan & billing

plan_not_found = No se encontró este plan.
    .meaning = La solicitud se refiere a un plan que no existe.
    .cause-1 = El plan no existe.
    .client-1 = Consulta los planes con `GET /v1/plans/public` e indica uno de ellos.

billing_plan_not_found = No hay un plan activo con este nombre.
    .meaning = Es lo mismo que `plan_not_found`, pero para `POST /v1/billing/checkout-session`: ningún plan activo tiene ese slug.
    .cause-1 = Ningún plan activo tiene el slug.
    .client-1 = Revisa el slug.

billing_plan_is_free = Un plan gratuito no requiere pago.
    .meaning = Se inició un proceso de pago con Stripe para un plan que es gratuito.
    .cause-1 = El plan es gratuito y se inició un proceso de pago con Stripe para él.
    .client-1 = Omite el proceso de pago: un plan gratuito se otorga al usuario sin Stripe.

billing_plan_not_self_service = Este plan solo se contrata con nuestro equipo.
    .meaning = Se inició un proceso de pago para un plan que los usuarios no pueden contratar por su cuenta.
    .cause-1 = Los usuarios no pueden contratar el plan por su cuenta.
    .client-1 = Pide al usuario que escriba a soporte.

billing_plan_slug_required = Indica el plan.
    .meaning = El cuerpo de un proceso de pago no trae `plan_slug`.
    .cause-1 = El cuerpo no trae `plan_slug`.
    .client-1 = Envía también ese campo.

billing_plan_slug_too_long = El nombre del plan es demasiado largo.
    .meaning = El slug de un plan es más largo de lo que puede ser un slug.
    .cause-1 = El slug supera la longitud máxima.
    .client-1 = Envía un slug más corto.

billing_plan_slug_invalid = El nombre del plan no es válido.
    .meaning = El slug de un plan tiene caracteres distintos de los de `^[a-z0-9-]+$`.
    .cause-1 = El slug no cumple con `^[a-z0-9-]+$`.
    .client-1 = Corrige el slug.

billing_intent_invalid_shape = No se pudo continuar con el proceso de pago.
    .meaning = La cookie `app_checkout_intent`, en la que se guarda un proceso de pago, está dañada.
    .cause-1 = La cookie `app_checkout_intent` está dañada.
    .client-1 = Borra la cookie.
    .client-2 = Comienza de nuevo el proceso de pago.

billing_invalid_interval = Elige facturación mensual o anual.
    .meaning = `interval` es algo distinto de `month` o `year`.
    .cause-1 = `interval` no es `month` ni `year`.
    .client-1 = Envía uno de los dos valores.

billing_invalid_kind = Este tipo de precio no se reconoce.
    .meaning = El `kind` de un precio es algo distinto de `base` o `metered`.
    .cause-1 = `kind` no es `base` ni `metered`.
    .client-1 = Envía uno de los dos valores.

billing_disabled = Los pagos no están disponibles por el momento.
    .meaning = Esta instalación funciona con el módulo de facturación desactivado.
    .cause-1 = El módulo de facturación está desactivado en esta instalación.
    .client-1 = Espera e inténtalo de nuevo cuando la facturación esté activada.

no_active_subscription = No tienes una suscripción activa.
    .meaning = El usuario no tiene ninguna suscripción activa.
    .cause-1 = El usuario no tiene una suscripción activa.
    .client-1 = Comienza un proceso de pago.

subscription_race_retry = La suscripción se estaba modificando al mismo tiempo.
    .title = La suscripción se modificó al mismo tiempo
    .meaning = Coincidieron dos cambios de la misma suscripción, y este no prevaleció.
    .cause-1 = Otro cambio de la suscripción llegó primero.
    .client-1 = Envía la solicitud de nuevo después de uno o dos segundos.

subscription_not_found = No se encontró esta suscripción.
    .meaning = No existe tal suscripción.
    .cause-1 = La suscripción no existe.
    .client-1 = Revisa el `user_id`.

stripe_cancel_failed = La suscripción no se pudo cancelar esta vez.
    .meaning = Stripe se negó a cancelar la suscripción.
    .cause-1 = Stripe rechazó la cancelación.
    .client-1 = Envía la solicitud de nuevo y espera más tiempo en cada intento.

stripe_checkout_failed = El pago no se pudo iniciar esta vez.
    .meaning = Stripe se negó a crear la sesión de un proceso de pago.
    .cause-1 = Stripe se negó a crear la sesión.
    .client-1 = Envía la solicitud de nuevo y espera más tiempo en cada intento.

stripe_unreachable = El servicio de pagos no responde por el momento.
    .meaning = Stripe no respondió a tiempo o no se logró la conexión.
    .cause-1 = Stripe no respondió a tiempo.
    .cause-2 = Falló la conexión con Stripe.
    .client-1 = Envía la solicitud de nuevo y espera más tiempo en cada intento.

stripe_invoice_malformed = La factura recibida está incompleta.
    .meaning = Un webhook de Stripe trajo una factura a la que le falta algo.
    .cause-1 = Un webhook trajo una factura incompleta.
    .client-1 = No hay que hacer nada: el evento se registra y los datos se vuelven a sincronizar.

stripe_subscription_malformed = Los datos de la suscripción recibidos están incompletos.
    .meaning = Stripe entregó una suscripción a la que le falta algo.
    .cause-1 = Stripe entregó una suscripción incompleta.
    .client-1 = No hay que hacer nada: el evento se registra y los datos se vuelven a sincronizar.

stripe_meter_lookup_failed = El medidor de consumo no se pudo consultar esta vez.
    .meaning = No se pudo consultar en Stripe el medidor de un plan que se cobra por consumo.
    .cause-1 = El medidor no se pudo consultar en Stripe.
    .client-1 = Envía la solicitud de nuevo y espera más tiempo en cada intento.

stripe_meter_missing = El medidor de consumo de este plan no existe.
    .meaning = Stripe no tiene ningún medidor del tipo que espera un plan que se cobra por consumo.
    .cause-1 = Stripe no tiene el medidor esperado.
    .client-1 = Crea el medidor en Stripe o desactiva el cobro por consumo.

stripe_product_create_failed = El producto no se pudo crear esta vez.
    .meaning = Stripe no creó el producto de un plan.
    .cause-1 = Stripe no creó el producto.
    .client-1 = Envía la solicitud de nuevo y espera más tiempo en cada intento.

stripe_price_not_found = Este precio no existe en el servicio de pagos.
    .meaning = Stripe no conoce ningún precio con ese `stripe_price_id`.
    .cause-1 = Stripe no tiene el `stripe_price_id`.
    .client-1 = Revisa el identificador.

stripe_price_archive_failed = El precio no se pudo archivar esta vez.
    .meaning = Stripe se negó a archivar un precio.
    .cause-1 = Stripe se negó a archivar el precio.
    .client-1 = Envía la solicitud de nuevo y espera más tiempo en cada intento.

stripe_price_id_required = Falta el identificador del precio.
    .meaning = Una solicitud de la administración de precios no trae `stripe_price_id`.
    .cause-1 = La solicitud no trae `stripe_price_id`.
    .client-1 = Envía también ese campo.

stripe_price_id_format_invalid = El identificador del precio no es válido.
    .meaning = El `stripe_price_id` no empieza como los de Stripe (`price_*`).
    .cause-1 = El `stripe_price_id` no cumple con `price_*`.
    .client-1 = Corrige el identificador.

price_not_found = No se encontró este precio.
    .meaning = El servicio mismo no tiene ningún precio con el identificador indicado.
    .cause-1 = El precio local no existe.
    .client-1 = Revisa el identificador.

price_local_id_required = Falta el identificador local del precio.
    .meaning = Una solicitud de la administración de precios no trae `price_local_id`.
    .cause-1 = La solicitud no trae `price_local_id`.
    .client-1 = Envía también ese campo.

price_not_active = Este precio ya no se ofrece.
    .meaning = El precio fue archivado.
    .cause-1 = El precio está archivado.
    .client-1 = Activa el precio antes de usarlo.

price_already_in_catalog = Este precio ya está en el catálogo.
    .meaning = Otro precio del catálogo tiene este `stripe_price_id`.
    .cause-1 = Otro precio tiene el `stripe_price_id`.
    .client-1 = Usa el precio que ya existe.

price_combo_already_exists = Ya existe un precio como este.
    .meaning = El plan ya tiene un precio con el mismo intervalo, la misma moneda y el mismo tipo.
    .cause-1 = Un precio tiene el mismo plan, intervalo, moneda y tipo.
    .client-1 = Cambia el precio que ya existe.

price_plan_mismatch = Este precio pertenece a otro plan.
    .meaning = La solicitud indica un precio y un plan que no se corresponden.
    .cause-1 = El precio no pertenece al plan.
    .client-1 = Indica el plan al que pertenece el precio.

source_price_id_required = Indica el precio de origen.
    .meaning = Una migración de precios no trae `source_price_id`.
    .cause-1 = La migración no trae `source_price_id`.
    .client-1 = Envía también ese campo.

unit_amount_required = Falta el monto del precio.
    .meaning = Una solicitud de la administración de precios no trae `unit_amount`.
    .cause-1 = La solicitud no trae `unit_amount`.
    .client-1 = Envía también ese campo.

overage_update_failed = No se pudo cambiar la opción de consumo adicional.
    .meaning = El consumo adicional no se pudo activar ni desactivar.
    .cause-1 = El consumo adicional no se pudo activar ni desactivar.
    .client-1 = Envía la solicitud de nuevo.

overage_not_applicable = Tu plan no admite consumo adicional.
    .meaning = Se quiso activar o desactivar el consumo adicional, y el plan del usuario no lo ofrece.
    .cause-1 = El plan actual no ofrece consumo adicional.
    .client-1 = Ofrece un plan que lo tenga.

refund_amount_invalid = El monto del reembolso no es válido.
    .meaning = El reembolso es menor que cero o mayor que lo facturado.
    .cause-1 = El reembolso es negativo.
    .cause-2 = El reembolso es mayor que la factura.
    .client-1 = Corrige el monto.

refund_invoice_not_found = No se encontró la factura del reembolso.
    .meaning = Stripe no tiene ninguna factura con el identificador que indica un reembolso.
    .cause-1 = Stripe no tiene la factura.
    .client-1 = Revisa el `invoice_id`.

admin_grant_failed = No se pudo otorgar el plan.
    .meaning = Un administrador quiso otorgar un plan a un usuario (`grant-plan`), y la operación falló.
    .cause-1 = No se pudo otorgar el plan.
    .client-1 = Lee el detalle de la respuesta.

comp_amount_invalid = El monto de cortesía no es válido.
    .title = Monto de cortesía no válido
    .meaning = El monto que un administrador quiere dar sin costo (una cortesía) no es válido.
    .cause-1 = El monto de la cortesía no es válido.
    .client-1 = Corrige el monto.

comp_user_missing = Indica a qué usuario se le dará la cortesía.
    .title = Falta el usuario de la cortesía
    .meaning = Una cortesía de un administrador no indica qué usuario la recibe.
    .cause-1 = La cortesía no indica ningún usuario.
    .client-1 = Envía también el usuario.

comp_user_not_found = No se encontró al usuario que recibiría la cortesía.
    .title = No se encontró al usuario de la cortesía
    .meaning = Una cortesía de un administrador es para un usuario que no existe.
    .cause-1 = El usuario de la cortesía no existe.
    .client-1 = Revisa el usuario.

## Finance

invalid_month = Indica el mes con año y mes.
    .meaning = Falta `month` o no está escrito como `YYYY-MM`.
    .cause-1 = Falta `month`.
    .cause-2 = `month` no es `YYYY-MM`.
    .client-1 = Envía el mes como `YYYY-MM`.

invalid_period = El periodo no es válido.
    .meaning = `period` no está escrito como se escriben los periodos.
    .cause-1 = `period` no está escrito como se escriben los periodos.
    .client-1 = Corrige el periodo.

invalid_range = El rango de fechas no es válido.
    .meaning = `from` y `to` no forman juntos un rango.
    .cause-1 = `from` y `to` no forman un rango.
    .client-1 = Corrige el rango.

range_required = Indica un rango de fechas.
    .meaning = La solicitud no trae `range` ni el par de `from` y `to`.
    .cause-1 = La solicitud no trae `range` ni `from` y `to`.
    .client-1 = Envía una de las dos opciones.

pdf_render_failed = No se pudo generar el PDF.
    .title = Falló la generación del PDF
    .meaning = La biblioteca que genera los PDF (dompdf) falló con un PDF de finanzas.
    .cause-1 = Falló la biblioteca dompdf.
    .client-1 = Envía la solicitud de nuevo.
    .client-2 = Repórtalo si sigue fallando.

xlsx_render_failed = No se pudo generar la hoja de cálculo.
    .title = Falló la generación del XLSX
    .meaning = La biblioteca que genera hojas de cálculo (PhpSpreadsheet) falló con un archivo XLSX de finanzas.
    .cause-1 = Falló la biblioteca PhpSpreadsheet.
    .client-1 = Envía la solicitud de nuevo y espera más tiempo en cada intento.

csv_stream_failed = No se pudo generar el archivo CSV.
    .title = Falló la transmisión del CSV
    .meaning = Se interrumpió la escritura de un archivo CSV en la respuesta. Ocurre en finanzas y en las exportaciones en CSV.
    .cause-1 = Se interrumpió la transmisión del archivo CSV.
    .client-1 = Envía la solicitud de nuevo y espera más tiempo en cada intento.

invalid_export_format = Este formato de exportación no está disponible.
    .meaning = Se pidió una exportación en un formato distinto de `json`, `csv`, `xlsx` y `pdf`.
    .cause-1 = El formato no es ninguno de `json`, `csv`, `xlsx` y `pdf`.
    .client-1 = Elige uno de los cuatro.

no_ceps = No hay CEP en este rango.
    .title = Sin CEP
    .meaning = `GET /v1/finance/ceps` no encontró ningún CEP entre las dos fechas.
    .cause-1 = No hay CEP en el rango.
    .client-1 = Elige otro rango.

## Webhooks & notifications

webhook_url_required = Falta la dirección del webhook.
    .title = Falta la URL del webhook
    .meaning = El cuerpo de `POST /v1/webhooks` no trae `url`.
    .cause-1 = El cuerpo no trae `url`.
    .client-1 = Envía también ese campo.

webhook_url_empty = La dirección del webhook está vacía.
    .title = URL del webhook vacía
    .meaning = `PATCH /v1/webhooks/{"{"}id{"}"}` trae un `url` sin contenido.
    .cause-1 = El `url` está vacío.
    .client-1 = Envía una URL real.

webhook_url_too_long = La dirección del webhook es demasiado larga.
    .title = URL del webhook demasiado larga
    .meaning = El `url` de un webhook que se crea o se modifica tiene más de 2048 caracteres.
    .cause-1 = El `url` tiene más de 2048 caracteres.
    .client-1 = Envía una URL más corta.

webhook_url_invalid_format = La dirección del webhook no es válida.
    .title = Formato de la URL del webhook no válido
    .meaning = El `url` de un webhook que se crea o se modifica no se puede interpretar como una URL.
    .cause-1 = El `url` no se puede interpretar.
    .client-1 = Corrige la URL.

webhook_url_not_https = La dirección del webhook debe empezar con https.
    .title = La URL del webhook no es HTTPS
    .meaning = El `url` de un webhook que se crea o se modifica tiene un esquema distinto de `https`.
    .cause-1 = El esquema no es `https`.
    .client-1 = Envía una URL con HTTPS.

webhook_events_required = Elige al menos un evento.
    .meaning = Un webhook se crea o se modifica sin su arreglo `events`.
    .cause-1 = El cuerpo no trae el arreglo `events`.
    .client-1 = Indica uno o más eventos.

webhook_events_too_many = Se eligieron demasiados eventos.
    .meaning = Un webhook que se crea o se modifica enumera más eventos de los que puede tener.
    .cause-1 = Hay más eventos de los que permite el límite.
    .client-1 = Indica menos eventos.

webhook_event_invalid = Este evento no existe.
    .meaning = Un webhook que se crea o se modifica enumera un evento que no está en el registro de eventos.
    .cause-1 = Un evento no está en el registro.
    .client-1 = Toma los nombres de los eventos de la documentación.

webhook_status_invalid = Un webhook solo puede estar activo o desactivado.
    .meaning = El `status` de un webhook que se crea o se modifica es algo distinto de `active` o `disabled`.
    .cause-1 = `status` no es `active` ni `disabled`.
    .client-1 = Envía uno de los dos valores.

webhook_limit_reached = Tu plan no incluye más webhooks.
    .meaning = `POST /v1/webhooks` crearía más webhooks de los que incluye el plan del usuario.
    .cause-1 = Se alcanzó el límite de webhooks del plan.
    .client-1 = Elimina un webhook o cambia a un plan más amplio.

signature_invalid = La firma del evento no es válida.
    .meaning = La firma de un evento que llegó a `POST /v1/webhooks/stripe` no corresponde al evento.
    .cause-1 = La firma de un webhook entrante de Stripe no coincide.
    .client-1 = Revisa el secreto de firma y la marca de tiempo.

push_subscription_invalid_shape = La suscripción push no es válida.
    .meaning = El objeto `PushSubscription` que se envió a `POST /v1/notifications/push/subscribe` no tiene la estructura que debe tener.
    .cause-1 = El objeto `PushSubscription` no es válido.
    .client-1 = Crea la suscripción de nuevo desde el service worker.

push_subscription_endpoint_required = A la suscripción push le falta su dirección.
    .meaning = El cuerpo de `POST /v1/notifications/push/test` no trae `endpoint`.
    .cause-1 = El cuerpo no trae `endpoint`.
    .client-1 = Envía también ese campo.

push_subscription_endpoint_not_https = La dirección de la suscripción push debe empezar con https.
    .title = El endpoint de la suscripción push no es HTTPS
    .meaning = El `endpoint` de una suscripción push nueva tiene un esquema distinto de HTTPS.
    .cause-1 = El `endpoint` no es HTTPS.
    .client-1 = Averigua qué proveedor push usa el navegador.

push_subscription_endpoint_too_long = La dirección de la suscripción push es demasiado larga.
    .meaning = El `endpoint` de una suscripción push nueva supera la longitud permitida.
    .cause-1 = El `endpoint` supera la longitud permitida.
    .client-1 = Consúltalo con el proveedor push, que fue quien eligió la dirección.

push_subscription_none_active = Las notificaciones push no están activadas en ningún dispositivo.
    .meaning = Un usuario sin ninguna suscripción push activa llamó a `POST /v1/notifications/push/test`.
    .cause-1 = El usuario no tiene ninguna suscripción push activa.
    .client-1 = Suscribe primero un dispositivo.

push_not_configured = Las notificaciones push no están disponibles por el momento.
    .meaning = El servidor no tiene claves VAPID.
    .cause-1 = El servidor no tiene VAPID configurado.
    .client-1 = Escribe a soporte.
    .client-2 = Inténtalo de nuevo cuando las notificaciones push estén configuradas.

notifications_event_unknown = Este tipo de notificación no existe.
    .meaning = Una preferencia se refiere a un evento que no está en el registro de eventos.
    .cause-1 = El evento no está en el registro.
    .client-1 = Consulta qué eventos existen.

notifications_channel_unknown = Este canal no existe.
    .meaning = Una preferencia se refiere a un canal que no está en el registro de canales.
    .cause-1 = El canal no está en el registro.
    .client-1 = Indica uno de `email`, `sms`, `push`, `in_app` y `telegram`.

notifications_preference_invalid = Esta preferencia no es válida.
    .meaning = Una preferencia de notificaciones no tiene la estructura que debe tener.
    .cause-1 = La estructura de la preferencia no es válida.
    .client-1 = Compara el cuerpo con el documentado.

notifications_preference_locked = Esta preferencia no se puede cambiar.
    .meaning = El servidor fija él mismo la preferencia, como lo hace con los comunicados.
    .cause-1 = El servidor impone la preferencia, como con los comunicados.
    .client-1 = Muestra la preferencia como una que los usuarios no pueden editar.

notifications_preferences_empty = No hay preferencias que guardar.
    .meaning = El cuerpo que se envió a `/v1/notifications/preferences` no contiene ninguna.
    .cause-1 = El cuerpo no trae preferencias.
    .client-1 = Envía una o más preferencias.

notification_not_found = No se encontró esta notificación.
    .meaning = No hay ninguna notificación con el identificador indicado en `GET /v1/notifications/{"{"}id{"}"}`.
    .cause-1 = La notificación no existe.
    .client-1 = Revisa el identificador.

invalid_notification_id = El identificador de la notificación no es válido.
    .meaning = El identificador de una notificación no es un UUID.
    .cause-1 = El identificador no es un UUID.
    .client-1 = Corrige el identificador.

telegram_bot_not_configured = Telegram no está disponible por el momento.
    .meaning = El servidor no tiene configurado un bot de Telegram.
    .cause-1 = El servidor no tiene ningún bot de Telegram configurado.
    .client-1 = Escribe a soporte.
    .client-2 = Inténtalo de nuevo cuando el bot esté configurado.

quiet_hours_invalid_timezone = Esta zona horaria no existe.
    .meaning = Ninguna zona horaria tiene el nombre que se indicó a `PUT /v1/notifications/quiet-hours`.
    .cause-1 = La zona horaria no existe.
    .client-1 = Indica una zona horaria de la base de datos de la IANA.

quiet_hours_minutes_out_of_range = Las horas de silencio deben estar dentro de un mismo día.
    .meaning = Las horas de silencio se indican en minutos, y un valor es menor que 0 o mayor que 1440.
    .cause-1 = Los minutos están fuera del rango de 0 a 1440.
    .client-1 = Corrige los minutos.

## Rate limit

rate_limited = Demasiadas solicitudes en poco tiempo.
    .meaning = Quien hace la solicitud agotó un bucket del límite general de solicitudes.
    .cause-1 = Se agotó un bucket del límite general de solicitudes.
    .client-1 = Espera el tiempo que indica el encabezado `Retry-After` y después repite la solicitud.

rate_limit_exceeded = Demasiados intentos en poco tiempo.
    .meaning = Es lo mismo que `rate_limited`, pero para los buckets que el servicio lleva por su cuenta, como el de los inicios de sesión.
    .cause-1 = Se agotó un bucket propio del servicio, como el de los inicios de sesión.
    .client-1 = Espera.
    .client-2 = Inténtalo de nuevo.

too_many_requests = Estás enviando solicitudes demasiado rápido.
    .meaning = Es otro nombre del 429 que define HTTP; lo usual es `rate_limited`.
    .cause-1 = Se enviaron demasiadas solicitudes.
    .client-1 = Espera antes de enviar más.

## Generic resources

not_found = No se encontró lo que buscas.
    .meaning = Lo que indica la solicitud no existe, o quien la hace no puede verlo.
    .cause-1 = El recurso no existe.
    .cause-2 = El recurso no es visible para quien hace la solicitud.
    .client-1 = Revisa el identificador.

user_not_found = No se encontró a este usuario.
    .meaning = La solicitud se refiere a un usuario que no existe.
    .cause-1 = El usuario no existe.
    .client-1 = Revisa el identificador.

key_not_available = No se puede mostrar la clave de API.
    .meaning = El usuario tiene una clave de API que ya no se puede mostrar.
    .cause-1 = La clave de API del usuario no se puede mostrar.
    .client-1 = Crea una clave nueva.

cep_not_available = El CEP todavía no está disponible.
    .title = CEP no disponible
    .meaning = Hasta ahora Banxico no ha puesto a disposición el CEP de la validación.
    .cause-1 = El CEP de la validación todavía no está disponible.
    .client-1 = Pídelo de nuevo más tarde.

image_not_available = La imagen original no está disponible.
    .meaning = No se puede acceder a la imagen que se subió.
    .cause-1 = No se puede acceder a la imagen original.
    .client-1 = Súbela de nuevo si tiene sentido.

changelog_not_found = No hay ninguna entrada de esta versión.
    .meaning = La lista de cambios no tiene esa versión.
    .cause-1 = La versión no existe.
    .client-1 = Consulta las versiones con `GET /v1/public/changelog`.

changelog_empty = Todavía no se ha publicado ningún cambio.
    .meaning = La lista de cambios no contiene nada.
    .cause-1 = No hay ninguna lista de cambios publicada.
    .client-1 = Vuelve cuando se haya publicado algo.

method_not_allowed = Esto no se puede hacer con este método HTTP.
    .meaning = La ruta existe, pero no para el método HTTP de la solicitud.
    .cause-1 = La ruta no tiene ese método HTTP.
    .client-1 = Usa un método que la ruta tenga.

internal_error = Algo salió mal de nuestro lado.
    .meaning = El servicio falló de una manera que nadie había previsto.
    .cause-1 = El servicio falló inesperadamente.
    .client-1 = Repite la solicitud esperando más tiempo en cada intento y, si sigue fallando, da a soporte el identificador de la solicitud.

dispatch_failed = No se pudo enviar la solicitud para su procesamiento.
    .meaning = Un trabajo no se pudo entregar al proceso de trabajo. La respuesta tiene el estado 500 o 503; como resultado de una validación significa que el manejador no logró enviar el trabajo a procesamiento.
    .cause-1 = El trabajo no se pudo enviar al proceso de trabajo.
    .cause-2 = El manejador de una validación no pudo enviar el trabajo.
    .client-1 = Envía la solicitud de nuevo y espera más tiempo en cada intento.

## Admin (internal operation)

admin_self_target_forbidden = No puedes hacer esto con tu propia cuenta.
    .meaning = Un administrador eligió a su propio usuario para una acción pensada para otros.
    .client-1 = Elige otro usuario o pide a otro administrador que lo haga.

cannot_delete_self = No puedes eliminar tu propia cuenta aquí.
    .meaning = Un administrador quiso eliminar la cuenta con la que inició sesión. La protección evita que alguien pierda el acceso por accidente.
    .client-1 = Pide a otro administrador que lo haga.

cannot_suspend_self = No puedes suspender tu propia cuenta.
    .meaning = Un administrador quiso suspender la cuenta con la que inició sesión. La protección evita que alguien pierda el acceso por accidente.
    .client-1 = Pide a otro administrador que lo haga.

cannot_change_own_role = No puedes cambiar tu propio rol.
    .meaning = Un administrador quiso asignarse otro rol. La protección evita que alguien pierda sus propios permisos por accidente.
    .client-1 = Pide a otro administrador que lo haga.

cannot_change_own_status = No puedes cambiar el estado de tu propia cuenta.
    .meaning = Un administrador quiso cambiar el estado de la cuenta con la que inició sesión. La protección evita que alguien pierda el acceso por accidente.
    .client-1 = Pide a otro administrador que lo haga.

cannot_force_logout_self = No puedes forzar el cierre de tu propia sesión.
    .meaning = Un administrador usó el cierre forzado de sesión consigo mismo. La protección evita que alguien pierda el acceso por accidente.
    .client-1 = Cierra la sesión de la manera habitual.

cannot_reset_own_2fa = No puedes restablecer aquí tu propia autenticación en dos pasos.
    .title = No puedes restablecer tu propia 2FA
    .meaning = Un administrador usó consigo mismo el restablecimiento de la autenticación en dos pasos. La protección evita que alguien pierda el acceso por accidente.
    .client-1 = Cambia el segundo factor en tu propia configuración o pide a otro administrador que lo restablezca.

cannot_suspend_owner = No se puede suspender a un propietario.
    .meaning = El usuario que se quiso suspender es un propietario, y la jerarquía de roles protege a los propietarios. Las acciones reservadas a los propietarios tienen códigos con el patrón `only_owner_can_*`, que la referencia publicada no detalla.
    .client-1 = Deja la cuenta como está.

cannot_suspend_admin = No puedes suspender a un administrador.
    .meaning = El usuario que se quiso suspender es un administrador, y la jerarquía de roles no permite que quien hace la solicitud lo suspenda. Las acciones reservadas a los propietarios tienen códigos con el patrón `only_owner_can_*`, que la referencia publicada no detalla.
    .client-1 = Pide a alguien con un rol superior que lo haga.

cannot_deactivate_default_plan = El plan predeterminado no se puede desactivar.
    .meaning = El plan que se quiso desactivar es el predeterminado, que debe seguir activo.
    .client-1 = Primero define otro plan como predeterminado.

cannot_set_inactive_as_default = Un plan inactivo no puede ser el predeterminado.
    .meaning = El plan que se quiso definir como predeterminado no está activo.
    .client-1 = Activa primero el plan o elige uno activo.

plan_cannot_delete_default = El plan predeterminado no se puede eliminar.
    .meaning = El plan que se quiso eliminar es el predeterminado, y siempre debe haber uno.
    .client-1 = Primero define otro plan como predeterminado.

queues_overview_failed = No se pudo cargar el resumen de las colas.
    .meaning = El resumen de `/admin/queues` falló en el servidor.
    .client-1 = Carga el resumen de nuevo y espera más tiempo en cada intento.

queues_states_failed = No se pudieron cargar los estados de las colas.
    .meaning = La lectura de los estados de las colas en `/admin/queues` falló en el servidor.
    .client-1 = Carga los estados de nuevo y espera más tiempo en cada intento.

queues_stats_failed = No se pudieron cargar las estadísticas de las colas.
    .meaning = El cálculo de las estadísticas de `/admin/queues` falló en el servidor.
    .client-1 = Carga las estadísticas de nuevo y espera más tiempo en cada intento.

queues_pause_failed = No se pudo pausar la cola.
    .meaning = La pausa de una cola en `/admin/queues` falló en el servidor. Cuando la acción lleva una confirmación reforzada (step-up), una falla de su primera fase tiene un código con el patrón `queues_*_prepare_failed`, que la referencia publicada no detalla.
    .client-1 = Comprueba si la cola se pausó y, si no, páusala de nuevo.

queues_resume_failed = No se pudo reanudar la cola.
    .meaning = La reanudación de una cola en pausa en `/admin/queues` falló en el servidor. Cuando la acción lleva una confirmación reforzada (step-up), una falla de su primera fase tiene un código con el patrón `queues_*_prepare_failed`, que la referencia publicada no detalla.
    .client-1 = Comprueba si la cola está en marcha otra vez y, si no, reanúdala una vez más.

queues_start_failed = No se pudo realizar el arranque.
    .meaning = Un arranque que se ordenó en `/admin/queues` falló en el servidor. Cuando la acción lleva una confirmación reforzada (step-up), una falla de su primera fase tiene un código con el patrón `queues_*_prepare_failed`, que la referencia publicada no detalla.
    .client-1 = Comprueba qué está en ejecución y, si el arranque no ocurrió, ordénalo de nuevo.

queues_stop_failed = No se pudo realizar la detención.
    .meaning = Una detención que se ordenó en `/admin/queues` falló en el servidor. Cuando la acción lleva una confirmación reforzada (step-up), una falla de su primera fase tiene un código con el patrón `queues_*_prepare_failed`, que la referencia publicada no detalla.
    .client-1 = Comprueba qué sigue en ejecución y, si la detención no ocurrió, ordénala de nuevo.

queues_restart_failed = No se pudo realizar el reinicio.
    .meaning = Un reinicio que se ordenó en `/admin/queues` falló en el servidor, posiblemente entre la detención y el arranque. Cuando la acción lleva una confirmación reforzada (step-up), una falla de su primera fase tiene un código con el patrón `queues_*_prepare_failed`, que la referencia publicada no detalla.
    .client-1 = Comprueba qué está en ejecución antes de ordenar el reinicio de nuevo.

queues_cancel_failed = No se pudo cancelar el trabajo.
    .meaning = La cancelación de un trabajo en `/admin/queues` falló en el servidor. Para un trabajo que ya terminó, la respuesta es `job_not_cancellable`. Cuando la acción lleva una confirmación reforzada (step-up), una falla de su primera fase tiene un código con el patrón `queues_*_prepare_failed`, que la referencia publicada no detalla.
    .client-1 = Comprueba en qué estado está el trabajo y, si sigue en ejecución, cancélalo de nuevo.

queues_retry_failed = No se pudo volver a encolar el trabajo.
    .meaning = La devolución de un trabajo fallido a su cola, en `/admin/queues`, falló en el servidor. Cuando la acción lleva una confirmación reforzada (step-up), una falla de su primera fase tiene un código con el patrón `queues_*_prepare_failed`, que la referencia publicada no detalla.
    .client-1 = Comprueba si el trabajo está en la cola y, si no, ordena el reintento de nuevo.

queues_discard_failed = No se pudo descartar el trabajo.
    .meaning = El descarte de un trabajo en `/admin/queues` falló en el servidor. Cuando la acción lleva una confirmación reforzada (step-up), una falla de su primera fase tiene un código con el patrón `queues_*_prepare_failed`, que la referencia publicada no detalla.
    .client-1 = Comprueba si el trabajo sigue ahí y, de ser así, descártalo de nuevo.

queues_dlq_failed = No se pudieron cargar los trabajos fallidos.
    .title = Falló la DLQ de las colas
    .meaning = La lectura de la cola de trabajos fallidos (DLQ) en `/admin/queues` falló en el servidor.
    .client-1 = Carga las entradas de nuevo y espera más tiempo en cada intento.

queues_batches_failed = No se pudieron cargar los lotes.
    .meaning = La lectura de los lotes en `/admin/queues` falló en el servidor.
    .client-1 = Carga los lotes de nuevo y espera más tiempo en cada intento.

queues_jobs_failed = No se pudieron cargar los trabajos.
    .meaning = La lectura de los trabajos en `/admin/queues` falló en el servidor.
    .client-1 = Carga los trabajos de nuevo y espera más tiempo en cada intento.

queues_workers_failed = No se pudieron cargar los procesos de trabajo.
    .meaning = La lectura de los procesos de trabajo en `/admin/queues` falló en el servidor.
    .client-1 = Carga los procesos de trabajo de nuevo y espera más tiempo en cada intento.

queues_config_failed = No se pudo procesar la configuración de las colas.
    .meaning = La lectura o el cambio de la configuración en `/admin/queues` falló en el servidor. Para un valor que no es válido, la respuesta es `out_of_range` o `invalid_type`. Cuando la acción lleva una confirmación reforzada (step-up), una falla de su primera fase tiene un código con el patrón `queues_*_prepare_failed`, que la referencia publicada no detalla.
    .client-1 = Carga la configuración de nuevo para ver cómo quedó y, si hace falta, repite la solicitud.

scheduled_task_create_failed = No se pudo crear la tarea programada.
    .meaning = La creación de una tarea en `/admin/scheduled-tasks` falló en el servidor.
    .client-1 = Busca la tarea en la lista antes de crearla de nuevo.

scheduled_task_update_failed = No se pudo modificar la tarea programada.
    .meaning = La modificación de una tarea en `/admin/scheduled-tasks` falló en el servidor.
    .client-1 = Carga la tarea de nuevo y, si el cambio no está, repítelo.

scheduled_task_delete_failed = No se pudo eliminar la tarea programada.
    .meaning = La eliminación de una tarea en `/admin/scheduled-tasks` falló en el servidor.
    .client-1 = Busca la tarea en la lista y, si sigue ahí, elimínala de nuevo.

scheduled_task_detail_failed = No se pudo cargar la tarea programada.
    .meaning = La lectura de una tarea en `/admin/scheduled-tasks` falló en el servidor. Para una tarea que no existe, la respuesta es `scheduled_task_not_found`.
    .client-1 = Carga la tarea de nuevo y espera más tiempo en cada intento.

scheduled_task_run_now_failed = No se pudo ejecutar la tarea programada en este momento.
    .meaning = La ejecución inmediata de una tarea, fuera de su calendario, falló en el servidor (`/admin/scheduled-tasks`).
    .client-1 = Revisa las ejecuciones de la tarea antes de ejecutarla de nuevo.

scheduled_task_executions_failed = No se pudieron cargar las ejecuciones de la tarea programada.
    .meaning = La lectura de las ejecuciones de una tarea en `/admin/scheduled-tasks` falló en el servidor.
    .client-1 = Carga las ejecuciones de nuevo y espera más tiempo en cada intento.

scheduled_task_drift_failed = No se pudieron cargar las desviaciones de la tarea programada.
    .meaning = El cálculo de cuánto se han desviado las tareas programadas de su plan falló en el servidor. El programador de tareas tiene `scheduled_tasks_drift_failed` para lo mismo.
    .client-1 = Carga las desviaciones de nuevo y espera más tiempo en cada intento.

scheduled_task_list_failed = No se pudo cargar la lista de tareas programadas.
    .meaning = La lectura de la lista de tareas programadas falló en el servidor. El programador de tareas tiene `scheduled_tasks_list_failed` para lo mismo.
    .client-1 = Carga la lista de nuevo y espera más tiempo en cada intento.

migration_not_found = No se encontró esta migración.
    .meaning = No existe tal migración en el panel de administración de migraciones.
    .client-1 = Carga la lista de migraciones y elige una de ellas.

migration_file_missing = Falta el archivo de esta migración.
    .meaning = La migración se conoce, pero su archivo no está donde debería.
    .client-1 = Despliega el archivo o elige otra migración.

migration_filename_required = Indica el archivo de la migración.
    .meaning = Una solicitud del panel de migraciones no indica ningún archivo.
    .client-1 = Envía el nombre del archivo.

migration_filename_format = El nombre del archivo de la migración no es válido.
    .meaning = El nombre de un archivo no es uno que las migraciones puedan tener.
    .client-1 = Corrige el nombre.

migration_target_version_format = La versión de destino no es válida.
    .meaning = La versión a la que se quiso migrar no está escrita como se escriben las versiones.
    .client-1 = Corrige la versión.

migration_target_invalid_type = El tipo del destino de la migración no es correcto.
    .meaning = El destino de una migración se envió con un tipo que no es el suyo.
    .client-1 = Envía el destino con el tipo correcto.

migration_mark_bulk_limit = Son demasiadas migraciones a la vez.
    .meaning = Se quisieron marcar en una sola solicitud más migraciones de las que se permiten.
    .client-1 = Marca menos a la vez.

seeder_not_found = No se encontró este seeder.
    .meaning = No existe tal seeder en el panel de administración de seeders.
    .client-1 = Carga la lista de seeders y elige uno de ellos.

seeder_invalid = Este seeder no se puede usar.
    .meaning = Lo que se indicó no es un seeder que se pueda ejecutar.
    .client-1 = Elige otro seeder.

seeder_bulk_limit = Son demasiados seeders a la vez.
    .meaning = Una sola solicitud indica más seeders de los que se permiten.
    .client-1 = Indica menos a la vez.

seeder_filename_format = El nombre del archivo del seeder no es válido.
    .meaning = El nombre de un archivo no es uno que los seeders puedan tener.
    .client-1 = Corrige el nombre.

seeder_filename_required = Indica el archivo del seeder.
    .meaning = Una solicitud del panel de seeders no indica ningún archivo.
    .client-1 = Envía el nombre del archivo.

test_file_not_found = No se encontró este archivo de prueba.
    .meaning = No existe tal archivo entre las pruebas del panel de administración.
    .client-1 = Carga la lista de archivos de prueba y elige uno de ellos.

test_filename_format = El nombre del archivo de prueba no es válido.
    .meaning = El nombre de un archivo no es uno que las pruebas puedan tener.
    .client-1 = Corrige el nombre.

test_files_limit = Son demasiados archivos de prueba a la vez.
    .meaning = Una sola solicitud indica más archivos de prueba de los que se permiten.
    .client-1 = Indica menos a la vez.

test_files_must_be_array = Los archivos de prueba se envían como una lista.
    .meaning = Los archivos de prueba de una solicitud se enviaron como algo que no es un arreglo.
    .client-1 = Envía un arreglo de nombres.

test_name_invalid = El nombre de la prueba no es válido.
    .meaning = El nombre de una prueba no es uno que las pruebas puedan tener.
    .client-1 = Corrige el nombre.

test_suite_empty = El conjunto de pruebas está vacío.
    .meaning = El conjunto que se quiso ejecutar no contiene pruebas.
    .client-1 = Elige un conjunto que contenga pruebas.

test_suite_invalid = Este conjunto de pruebas no es válido.
    .meaning = El conjunto que indica la solicitud no es uno que se pueda ejecutar.
    .client-1 = Elige otro conjunto.

compare_runs_must_differ = Elige dos corridas distintas para comparar.
    .meaning = Una comparación de corridas de prueba indica dos veces la misma corrida.
    .client-1 = Indica dos corridas que no sean la misma.

worker_not_found = No se encontró este proceso de trabajo.
    .meaning = El panel de colas no tiene ningún proceso de trabajo con el identificador indicado.
    .client-1 = Carga la lista de procesos de trabajo y elige uno de ellos.

instance_not_found = No se encontró esta instancia.
    .meaning = El panel de colas no tiene ninguna instancia con el identificador indicado.
    .client-1 = Carga la lista de instancias y elige una de ellas.

scheduled_task_not_found = No se encontró esta tarea programada.
    .meaning = No hay ninguna tarea programada con el identificador indicado.
    .client-1 = Carga la lista de tareas y elige una de ellas.

dlq_entry_not_found = No se encontró este trabajo fallido.
    .title = Entrada de la DLQ no encontrada
    .meaning = La cola de trabajos fallidos (DLQ) no tiene ninguna entrada con el identificador indicado.
    .client-1 = Carga las entradas de nuevo y elige una de ellas.

execution_not_found = No se encontró esta ejecución.
    .meaning = No hay ninguna ejecución con el identificador indicado.
    .client-1 = Carga la lista de ejecuciones y elige una de ellas.

run_not_found = No se encontró esta corrida.
    .meaning = No hay ninguna corrida con el identificador indicado.
    .client-1 = Carga la lista de corridas y elige una de ellas.

worker_not_running = Este proceso de trabajo no está en ejecución.
    .meaning = El proceso de trabajo terminó, así que la acción no se le puede aplicar.
    .client-1 = Carga los procesos de trabajo de nuevo y, si lo necesitas, arranca primero este.

run_not_cancellable = Esta corrida ya no se puede cancelar.
    .meaning = Se quiso cancelar una corrida que ya llegó a su estado final.
    .client-1 = Deja de intentar cancelarla: la corrida ya terminó.

dlq_entry_unreadable = Este trabajo fallido no se puede leer.
    .title = Entrada de la DLQ ilegible
    .meaning = Una entrada de la cola de trabajos fallidos (DLQ) está mal formada.
    .client-1 = Descarta la entrada o pide al operador que la revise.

invalid_action = Esta acción no existe.
    .meaning = La acción de una solicitud de los paneles de administración no es ninguna de las que se pueden elegir.
    .client-1 = Elige una acción que el panel ofrezca.

invalid_instance = La instancia no es válida.
    .meaning = El parámetro de la instancia no se puede leer.
    .client-1 = Corrige el parámetro.

invalid_service = El servicio no es válido.
    .meaning = El parámetro del servicio no indica ninguno que los paneles de administración conozcan.
    .client-1 = Elige un servicio de la lista.

invalid_stream = El flujo no es válido.
    .meaning = El parámetro del flujo no indica ninguno que los paneles de administración conozcan.
    .client-1 = Elige un flujo de la lista.

invalid_user_id = El identificador del usuario no es válido.
    .meaning = El identificador de un usuario, como parámetro en los paneles de administración, está mal formado.
    .client-1 = Corrige el identificador.

invalid_audit_id = El identificador del registro de auditoría no es válido.
    .meaning = El identificador de un registro de auditoría, como parámetro en los paneles de administración, está mal formado.
    .client-1 = Corrige el identificador.

invalid_event_id = El identificador del evento no es válido.
    .meaning = El identificador de un evento, como parámetro en los paneles de administración, está mal formado.
    .client-1 = Corrige el identificador.

invalid_delivery_id = El identificador de la entrega no es válido.
    .meaning = El identificador de una entrega, como parámetro en los paneles de administración, está mal formado.
    .client-1 = Corrige el identificador.

invalid_run_id = El identificador de la corrida no es válido.
    .meaning = El identificador de una corrida, como parámetro en los paneles de administración, está mal formado.
    .client-1 = Corrige el identificador.

invalid_id = El identificador no es válido.
    .meaning = Un identificador que un panel de administración lee de la solicitud está mal formado, y ningún otro código corresponde a los identificadores de su tipo.
    .client-1 = Corrige el identificador.

invalid_param = Un parámetro de la solicitud no es válido.
    .meaning = Un parámetro que un panel de administración lee de la solicitud no es válido, y ningún otro código corresponde a él.
    .client-1 = Corrige el parámetro.

invalid_status_filter = No se puede filtrar por este estado.
    .meaning = El filtro de una lista en los paneles de administración indica un estado que no existe.
    .client-1 = Elige un estado de la lista.

invalid_source_filter = No se puede filtrar por este origen.
    .meaning = El filtro de una lista en los paneles de administración indica un origen que no existe.
    .client-1 = Elige un origen de la lista.

invalid_target_user_id = El identificador del usuario de destino no es válido.
    .meaning = El identificador del usuario al que se dirige una acción de los paneles de administración está mal formado.
    .client-1 = Corrige el identificador.

invalid_bucket_target = El destino del bucket no es válido.
    .meaning = El destino de un bucket, como parámetro en los paneles de administración, no es válido.
    .client-1 = Corrige el destino.

invalid_version = La versión no es válida.
    .meaning = Una versión, como parámetro en los paneles de administración, está mal formada.
    .client-1 = Corrige la versión.

missing_version = Falta la versión.
    .meaning = Una solicitud de los paneles de administración no indica ninguna versión, y se necesita una.
    .client-1 = Envía también la versión.

bulk_action_invalid = Esta acción no se puede hacer con varios a la vez.
    .meaning = La acción de una solicitud masiva de la administración no es ninguna de las que se pueden hacer de forma masiva.
    .client-1 = Elige una acción que el endpoint tenga.

bulk_slugs_required = Elige al menos un elemento.
    .meaning = Una solicitud masiva de la administración no indica ningún slug.
    .client-1 = Envía los slugs a los que se dirige la acción.

bulk_slugs_too_many = Son demasiados elementos a la vez.
    .meaning = Una solicitud masiva de la administración indica más slugs de los que se permiten.
    .client-1 = Indica menos a la vez.

name_already_exists = Este nombre ya está en uso.
    .meaning = Otro comunicado u otro plan tiene el mismo nombre.
    .client-1 = Elige otro nombre.

broadcast_not_found = No se encontró este comunicado.
    .meaning = No hay ningún comunicado con el identificador indicado en `/admin/notifications/broadcasts`.
    .client-1 = Carga la lista de comunicados y elige uno de ellos.

broadcast_empty_audience = Nadie recibiría este comunicado.
    .meaning = Ningún usuario corresponde a la audiencia de un comunicado en `/admin/notifications/broadcasts`.
    .client-1 = Elige una audiencia que incluya a alguien.

logs_read_failed = Los registros no se pueden leer por el momento.
    .meaning = No se pudieron leer los registros de un servicio.
    .client-1 = Espera el tiempo que indica el encabezado `Retry-After`, o unos segundos si no lo hay, y después carga los registros de nuevo.

heartbeat_persist_failed = La señal de vida no se pudo guardar por el momento.
    .meaning = No se pudo guardar la señal de vida (heartbeat) de un servicio.
    .client-1 = Espera el tiempo que indica el encabezado `Retry-After`, o hasta que toque la siguiente señal de vida, y después envíala de nuevo.

execution_failed = La acción no se pudo ejecutar por el momento.
    .meaning = Falló algo que debía ejecutarse en un servicio.
    .client-1 = Revisa el estado del servicio, espera el tiempo que indica el encabezado `Retry-After` y después inténtalo de nuevo.

openapi_spec_missing = La descripción de la API no está disponible.
    .title = Falta la especificación OpenAPI
    .meaning = El generador de paquetes de `/admin/i18n` no encontró el documento OpenAPI del que parte.
    .client-1 = Avisa al operador; intentarlo de nuevo solo sirve cuando el documento ya esté ahí.

openapi_spec_invalid_yaml = La descripción de la API no se puede leer.
    .title = La especificación OpenAPI no es YAML válido
    .meaning = El documento OpenAPI del que parte el generador de paquetes de `/admin/i18n` no es YAML válido.
    .client-1 = Avisa al operador; intentarlo de nuevo solo sirve cuando el documento ya esté corregido.

target_required = Indica el destino del sondeo.
    .meaning = Un sondeo en `/admin/banxico` no tiene destino.
    .client-1 = Envía también el destino.

probe_label_required = Ponle una etiqueta al sondeo.
    .meaning = Un sondeo en `/admin/banxico` no tiene etiqueta.
    .client-1 = Envía también la etiqueta.

retry_policy_invalid = Los límites de reintentos no son válidos.
    .meaning = Los límites de reintentos que se indicaron para un plan no son válidos.
    .client-1 = Corrige los límites.

permissions_must_be_object = Los permisos se envían como un objeto.
    .meaning = El editor de roles (`/admin/roles`) recibió permisos que no son un objeto JSON.
    .client-1 = Envía un objeto.

plan_name_required = Ponle un nombre al plan.
    .meaning = Un plan que se crea o se modifica no tiene nombre.
    .client-1 = Envía también el nombre.

plan_name_too_long = El nombre para el plan es demasiado largo.
    .meaning = El nombre de un plan que se crea o se modifica es más largo de lo que puede ser un nombre.
    .client-1 = Envía un nombre más corto.

plan_slug_required = Falta el nombre corto del plan.
    .meaning = Un plan que se crea o se modifica no tiene slug.
    .client-1 = Envía también el slug.

plan_slug_format_invalid = El nombre corto del plan no es válido.
    .meaning = El slug de un plan que se crea o se modifica no está escrito como se escriben los slugs.
    .client-1 = Corrige el slug.

plan_duplicate_same_slug = La copia de un plan necesita su propio nombre corto.
    .meaning = Se quiso duplicar un plan con el mismo slug que ya tiene.
    .client-1 = Elige otro slug para la copia.

plan_currency_invalid = Esta moneda no se puede usar.
    .meaning = La moneda de un plan que se crea o se modifica no es ninguna de las que los planes pueden tener.
    .client-1 = Elige otra moneda.

plan_features_invalid_shape = Las características del plan no son válidas.
    .meaning = Las características de un plan que se crea o se modifica no tienen la estructura esperada.
    .client-1 = Envía las características con la estructura documentada.

plan_included_validations_negative = El número de validaciones incluidas no puede ser negativo.
    .meaning = Un plan que se crea o se modifica incluye menos de cero validaciones.
    .client-1 = Envía cero o más.

plan_limit_negative = Un límite del plan no puede ser negativo.
    .meaning = Un límite de un plan que se crea o se modifica es menor que cero.
    .client-1 = Envía cero o más.

plan_sort_order_negative = La posición del plan no puede ser negativa.
    .meaning = La posición en el orden de un plan que se crea o se modifica es menor que cero.
    .client-1 = Envía cero o más.

plan_trial_days_out_of_range = El número de días de prueba no es posible.
    .meaning = El periodo de prueba de un plan que se crea o se modifica es más corto o más largo de lo que se permite.
    .client-1 = Elige un número de días dentro de los límites.

plan_tax_behavior_invalid = Esta forma de manejar impuestos no existe.
    .meaning = El manejo de impuestos de un plan que se crea o se modifica no es ninguno de los que existen.
    .client-1 = Elige uno de los valores documentados.

plan_free_cannot_have_initial_prices = Un plan gratuito no puede tener precios.
    .meaning = Se quiso crear un plan que fuera gratuito y tuviera precios iniciales a la vez.
    .client-1 = Omite los precios o crea un plan que no sea gratuito.

plan_stripe_product_missing = El plan aún no tiene un producto en el servicio de pagos.
    .title = Falta el producto de Stripe del plan
    .meaning = La acción necesita el producto que corresponde al plan en Stripe, y el plan no tiene ninguno.
    .client-1 = Crea primero el producto del plan.

plan_price_migrate = El precio del plan no se puede migrar de esta forma.
    .title = Migración del precio de un plan
    .meaning = Una migración de un precio de un plan a otro no es válida.
    .client-1 = Revisa ambos precios de la migración.

plan_price_archive = Este precio del plan no se puede archivar.
    .title = Archivado del precio de un plan
    .meaning = Se quiso archivar un precio de un plan, y no se puede.
    .client-1 = Revisa de qué precio se trata y en qué estado está.

plan_price_range = El precio del plan es demasiado bajo o demasiado alto.
    .meaning = El precio de un plan está fuera del rango que se permite.
    .client-1 = Elige un precio dentro del rango.

initial_price_base_required = Indica el precio base del plan nuevo.
    .meaning = Se quiso crear un plan con precios iniciales, y entre ellos no está el precio base.
    .client-1 = Envía también el precio base.

initial_price_metered_required = Indica el precio por consumo del plan nuevo.
    .meaning = Se quiso crear un plan con precios iniciales, y entre ellos no está el precio por consumo.
    .client-1 = Envía también el precio por consumo.

out_of_range = Este valor es demasiado pequeño o demasiado grande.
    .meaning = Un valor de la configuración de un proceso de trabajo está fuera de sus límites.
    .client-1 = Elige un valor dentro de los límites.

worker_failed = El proceso de trabajo falló.
    .meaning = Falló un proceso de trabajo de las colas, y ningún otro código indica cómo.
    .client-1 = Inténtalo de nuevo y espera más tiempo en cada intento.

run = La corrida falló.
    .meaning = Falló una corrida de las colas, y ningún otro código indica cómo.
    .client-1 = Inténtalo de nuevo y espera más tiempo en cada intento.

recent_executions_failed = No se pudieron cargar las ejecuciones recientes.
    .meaning = La lectura de lo que el programador de tareas ejecutó últimamente falló en el servidor.
    .client-1 = Carga las ejecuciones de nuevo y espera más tiempo en cada intento.

scheduled_tasks_drift_failed = No se pudieron cargar las desviaciones del calendario.
    .meaning = El cálculo de cuánto se ha desviado el programador de tareas de su plan falló en el servidor (`/admin/scheduled-tasks`).
    .client-1 = Carga las desviaciones de nuevo y espera más tiempo en cada intento.

scheduled_tasks_list_failed = No se pudieron cargar las tareas programadas.
    .meaning = La lectura de la lista de tareas en `/admin/scheduled-tasks` falló en el servidor.
    .client-1 = Carga la lista de nuevo y espera más tiempo en cada intento.

placeholder_parity_drift = Los marcadores de la traducción no coinciden con los del original.
    .meaning = La revisión de textos de `/admin/i18n` encontró una traducción cuyos marcadores no son los de su original.
    .client-1 = Usa los mismos marcadores que el original.

icu_malformed = El patrón del mensaje no es válido.
    .title = ICU mal formado
    .meaning = La revisión de textos de `/admin/i18n` encontró un texto que no es un mensaje ICU válido.
    .client-1 = Corrige la sintaxis ICU.

html_unsafe = El texto contiene HTML que no es seguro.
    .title = HTML no seguro
    .meaning = La revisión de textos de `/admin/i18n` encontró HTML en un texto donde no se permite.
    .client-1 = Quita el HTML no seguro.

brand_removed = La traducción perdió el nombre de la marca.
    .meaning = La revisión de textos de `/admin/i18n` encontró una traducción que ya no menciona la marca del original.
    .client-1 = Devuelve la marca a la traducción.
