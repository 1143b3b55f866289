# The messages of the mxcep catalog in Spanish.

## Authentication & session

unauthorized = Necesitas iniciar sesión para hacer esto.
invalid_credentials = Las credenciales no son correctas.
auth_header_empty = El encabezado Authorization está vacío.
unrecognized_auth_format = El encabezado Authorization no tiene un formato conocido.
invalid_api_key = La clave de API no es válida.
invalid_encrypted_api_key = No se puede leer la clave de API.
api_key_decryption_failed = No fue posible verificar la clave de API.
auth_method_denied = Esto no se puede hacer con este método de autenticación.
dashboard_token_misuse = La sesión del panel no sirve para este endpoint.
token_expired = Tu sesión expiró.
token_lifetime_exceeded = Tu sesión alcanzó su duración máxima.
invalid_token_format = El token de sesión no es válido.
invalid_token_encoding = La codificación del token de sesión no es válida.
invalid_token_signature = La firma del token de sesión no es válida.
invalid_token_payload = El contenido del token de sesión no es válido.
invalid_token_issuer = El token de sesión proviene de otro emisor.
invalid_token_audience = El token de sesión es para otro servicio.
unsupported_token_algorithm = El algoritmo de firma del token de sesión no se acepta.
session_invalidated = Esta sesión fue cerrada.
csrf_missing = A la solicitud le falta su token de protección.
csrf_mismatch = El token de protección de la solicitud no coincide.
forbidden = No tienes permiso para hacer esto.
permission_denied = Tu rol no permite esta acción.
account_suspended = Esta cuenta está suspendida.
account_deleted = Esta cuenta fue eliminada.
registration_disabled = Por el momento no se aceptan registros nuevos.

## OTP, 2FA, and verification

phone_not_verified = Tu número de teléfono aún no está verificado.
phone_already_verified = Este número de teléfono ya está verificado.
otp_not_found = No hay ningún código activo por confirmar.
otp_invalid_code = El código no es correcto.
otp_expired = El código expiró.
otp_max_attempts = Se agotaron los intentos para este código.
otp_already_used = Este código ya se usó.
otp_cooldown = Aún es muy pronto para enviar otro código.
invalid_otp_id = El identificador del código no es válido.
invalid_otp_parameters = Faltan datos para confirmar el código.
missing_otp_id = Falta el identificador del código.
invalid_verification_token = La verificación no es válida.
invalid_reset_context = Este restablecimiento de contraseña ya no es válido.
purpose_mismatch = Este código es para otro fin.
confirmation_token_missing = Esta acción requiere una confirmación.
confirmation_token_invalid = La confirmación no es válida.
confirmation_token_malformed = La confirmación está incompleta.
confirmation_token_mismatch = La confirmación es para otra acción.
confirmation_token_already_used = Esta confirmación ya se usó.
confirmation_token_slug_mismatch = La confirmación es para otro plan.
twofa_required = Ingresa tu segundo factor para iniciar sesión.
twofa_invalid_challenge = El segundo factor no es correcto.
twofa_invalid_context = Esta confirmación en dos pasos no es válida aquí.
twofa_not_enabled = La autenticación en dos pasos no está activada.
twofa_already_disabled = La autenticación en dos pasos ya está desactivada.
twofa_already_enabled = La autenticación en dos pasos ya está activada.
twofa_method_same = Este ya es tu método de autenticación en dos pasos.
twofa_method_unsupported = Este método de autenticación en dos pasos no está disponible.
twofa_action_mismatch = La confirmación en dos pasos es para otra acción.

## Registration & account

email_already_registered = Este correo no se puede usar para registrarse.
email_already_taken = Este correo no está disponible.
email_already_verified = Este correo ya está verificado.
email_same_as_current = El correo nuevo es igual al actual.
email_delivery_failed = No se pudo enviar el correo.
phone_taken = Este número de teléfono no se puede usar.
phone_required_for_email_change = Verifica tu teléfono antes de cambiar tu correo.
password_mismatch = Las dos contraseñas no son iguales.
password_too_short = La contraseña es demasiado corta.
password_too_weak = La contraseña es demasiado débil.
new_password_too_short = La contraseña nueva es demasiado corta.
current_password_required = Ingresa también tu contraseña actual.
current_password_incorrect = La contraseña actual no es correcta.
invalid_email_change_context = Este cambio de correo ya no es válido.
sms_delivery_failed = No se pudo enviar el mensaje de texto.
unsupported_locale = Este idioma no está disponible.
language_unsupported = El servicio no habla este idioma.

## Generic field validation

required = Este campo es obligatorio.
missing_field = Falta un campo obligatorio.
invalid_format = El formato de este campo no es correcto.
invalid_value = Este valor no está permitido.
invalid_type = El tipo de este valor no es correcto.
invalid_email = Este no es un correo válido.
invalid_phone = Este no es un número de teléfono válido.
invalid_uuid = Este no es un identificador válido.
invalid_url = Esta no es una dirección web válida.
invalid_url_scheme = La dirección debe empezar con https.
url_ssrf_blocked = Esta dirección no se puede usar.
url_dns_failed = No se encontró el servidor de esta dirección.
max_length_exceeded = Este valor es demasiado largo.
invalid_amount = Este no es un importe válido.
invalid_date = Esta no es una fecha válida.
invalid_account_format = El número de cuenta no tiene un formato conocido.
invalid_clabe_checksum = Esta CLABE no es correcta.
invalid_card_luhn = Este número de tarjeta no es correcto.
invalid_account_length = La cantidad de dígitos de la cuenta no es correcta.
invalid_bank_code = Este banco no se reconoce.
invalid_image = No se puede abrir la imagen.
invalid_image_format = La imagen debe ser un archivo JPEG, PNG o WEBP.
image_too_large = La imagen es demasiado grande.
validation_error = La solicitud contiene algo que no es válido.
validation_failed = Algunos de los datos no son válidos.
invalid_request_body = El cuerpo de la solicitud no es JSON válido.
invalid_payload = La solicitud no tiene la estructura esperada.
payload_too_large = La solicitud es demasiado grande.
payload_corrupt = La solicitud no llegó completa.
message_build_failed = No se pudo preparar la solicitud para procesarla.

## Idempotency

invalid_idempotency_key = La clave de idempotencia no es válida.
idempotency_key_in_progress = Una solicitud con esta clave de idempotencia sigue en proceso.
idempotency_key_reused = Esta clave de idempotencia pertenece a otra solicitud.

## SPEI transfer validation

clabe_prefix_not_recognized = La CLABE no corresponde a ningún banco conocido.
bank_code_required_for_phone = Indica el banco de este número de teléfono.
bank_code_unresolvable_for_phone = No se encontró el banco de este número de teléfono.
intra_bank_no_cep = No existe CEP para una transferencia dentro del mismo banco.
clave_or_ref_required = Indica la clave de rastreo o la referencia numérica.
image_or_image_url_required = Envía una imagen o la dirección de una.
image_not_readable = No se puede leer la imagen.
image_not_readable_receipt = La imagen no parece un comprobante de SPEI.
image_not_spei_receipt = Este comprobante no es de una transferencia SPEI.

## Async-validation terminal codes

network = No fue posible conectar con Banxico.
captcha = Banxico no aceptó la consulta.
max_retries_exceeded = La transferencia no se pudo confirmar en el número de intentos permitido.
ttl_expired = La validación no terminó a tiempo.
preflight_failed = La transferencia no pasó las revisiones previas a la validación.
rate_limit_exhausted = No hubo capacidad disponible para la validación.
banxico_rate_limit = Banxico está limitando las consultas en este momento.
banxico_rate_limit_exhausted = Banxico siguió limitando las consultas.
banxico_captcha_active = Banxico está pidiendo un captcha en este momento.
rate_limit_batch = El lote se envió demasiado rápido.
ocr_error = El comprobante no se pudo leer esta vez.
banxico_error = Banxico respondió con un error.

## Beneficiaries

query_param_account_required = Indica la cuenta en la dirección.
query_param_last_digits_required = Indica los últimos dígitos de la cuenta en la dirección.
invalid_last_digits_length = Indica exactamente cuatro dígitos.
account_number_required = Falta el número de cuenta.
beneficiary_already_registered = Esta cuenta ya está entre tus beneficiarios.
beneficiary_not_found_for_account = No tienes un beneficiario con esta cuenta.
account_not_in_catalog = No hay información sobre esta cuenta.

## Bulk imports (validations + beneficiaries)

file_required = Adjunta un archivo.
multi_upload_not_allowed_for_text = Los archivos de texto se suben uno por uno.
parse_failed = No se pudieron leer filas del archivo.
commit_failed = No se pudo completar la importación.
job_not_editable = Esta importación ya no se puede editar.
job_not_cancellable = Este trabajo ya no se puede cancelar.
no_valid_fields = No hay nada que cambiar en esta solicitud.
zip_pack_failed = No se pudo procesar el archivo ZIP.
no_valid_test_files = Ninguno de los archivos enviados se puede usar.
duplicate_clave_rastreo = Esta clave de rastreo se repite en la importación.
duplicate_tuple = Esta transferencia se repite en la importación.
account_duplicate = Esta cuenta se repite en la importación.
alias_duplicate = Este alias se repite en la importación.
alias_missing = Falta el alias.
clabe_checksum_failed = La CLABE de esta fila no es correcta.
card_luhn_failed = El número de tarjeta de esta fila no es correcto.
bin_unknown = No se reconoce el banco de esta tarjeta.
masked_account_unresolved = La cuenta de esta fila viene enmascarada.
no_match = No se reconoció nada en esta fila.
no_usable_data = Esta fila no tiene datos suficientes.
tracking_missing = Falta la clave de rastreo.
clabe_missing = Falta la cuenta de esta fila.
fecha_missing = Falta la fecha.
fecha_invalid = La fecha de esta fila no es válida.
monto_missing = Falta el monto.
monto_invalid = El monto de esta fila no es válido.

## Plan & billing

plan_not_found = No se encontró este plan.
billing_plan_not_found = No hay un plan activo con este nombre.
billing_plan_is_free = Un plan gratuito no requiere pago.
billing_plan_not_self_service = Este plan solo se contrata con nuestro equipo.
billing_plan_slug_required = Indica el plan.
billing_plan_slug_too_long = El nombre del plan es demasiado largo.
billing_plan_slug_invalid = El nombre del plan no es válido.
billing_intent_invalid_shape = No se pudo continuar con el pago.
billing_invalid_interval = Elige facturación mensual o anual.
billing_invalid_kind = Este tipo de precio no se reconoce.
billing_disabled = Los pagos no están disponibles por el momento.
no_active_subscription = No tienes una suscripción activa.
subscription_race_retry = La suscripción se estaba modificando al mismo tiempo.
subscription_not_found = No se encontró esta suscripción.
stripe_cancel_failed = La suscripción no se pudo cancelar esta vez.
stripe_checkout_failed = El pago no se pudo iniciar esta vez.
stripe_unreachable = El servicio de pagos no responde por el momento.
stripe_invoice_malformed = La factura recibida está incompleta.
stripe_subscription_malformed = Los datos de la suscripción recibidos están incompletos.
stripe_meter_lookup_failed = El medidor de consumo no se pudo consultar esta vez.
stripe_meter_missing = El medidor de consumo de este plan no existe.
stripe_product_create_failed = El producto no se pudo crear esta vez.
stripe_price_not_found = Este precio no existe en el servicio de pagos.
stripe_price_archive_failed = El precio no se pudo archivar esta vez.
stripe_price_id_required = Falta el identificador del precio.
stripe_price_id_format_invalid = El identificador del precio no es válido.
price_not_found = No se encontró este precio.
price_local_id_required = Falta el identificador local del precio.
price_not_active = Este precio ya no se ofrece.
price_already_in_catalog = Este precio ya está en el catálogo.
price_combo_already_exists = Ya existe un precio como este.
price_plan_mismatch = Este precio pertenece a otro plan.
source_price_id_required = Indica el precio de origen.
unit_amount_required = Falta el importe del precio.
overage_update_failed = No se pudo cambiar la opción de consumo adicional.
overage_not_applicable = Tu plan no incluye consumo adicional.
refund_amount_invalid = El importe del reembolso no es válido.
refund_invoice_not_found = No se encontró la factura del reembolso.
admin_grant_failed = No se pudo otorgar el plan.
comp_amount_invalid = El importe de cortesía no es válido.
comp_user_missing = Indica a qué usuario se le dará la cortesía.
comp_user_not_found = No se encontró al usuario que recibiría la cortesía.

## Finance

invalid_month = Indica el mes como año y mes.
invalid_period = El periodo no es válido.
invalid_range = El rango de fechas no es válido.
range_required = Indica un rango de fechas.
pdf_render_failed = No se pudo generar el PDF.
xlsx_render_failed = No se pudo generar la hoja de cálculo.
csv_stream_failed = No se pudo generar el archivo CSV.
invalid_export_format = Este formato de exportación no está disponible.
no_ceps = No hay CEP en este rango.

## Webhooks & notifications

webhook_url_required = Falta la dirección del webhook.
webhook_url_empty = La dirección del webhook está vacía.
webhook_url_too_long = La dirección del webhook es demasiado larga.
webhook_url_invalid_format = La dirección del webhook no es válida.
webhook_url_not_https = La dirección del webhook debe empezar con https.
webhook_events_required = Elige al menos un evento.
webhook_events_too_many = Se eligieron demasiados eventos.
webhook_event_invalid = Este evento no existe.
webhook_status_invalid = Un webhook solo puede estar activo o desactivado.
webhook_limit_reached = Tu plan no incluye más webhooks.
signature_invalid = La firma del evento no es válida.
push_subscription_invalid_shape = La suscripción push no es válida.
push_subscription_endpoint_required = A la suscripción push le falta su dirección.
push_subscription_endpoint_not_https = La dirección de la suscripción push debe empezar con https.
push_subscription_endpoint_too_long = La dirección de la suscripción push es demasiado larga.
push_subscription_none_active = Las notificaciones push no están activadas en ningún dispositivo.
push_not_configured = Las notificaciones push no están disponibles por el momento.
notifications_event_unknown = Este tipo de notificación no existe.
notifications_channel_unknown = Este canal no existe.
notifications_preference_invalid = Esta preferencia no es válida.
notifications_preference_locked = Esta preferencia no se puede cambiar.
notifications_preferences_empty = No hay preferencias por guardar.
notification_not_found = No se encontró esta notificación.
invalid_notification_id = El identificador de la notificación no es válido.
telegram_bot_not_configured = Telegram no está disponible por el momento.
quiet_hours_invalid_timezone = Esta zona horaria no existe.
quiet_hours_minutes_out_of_range = Las horas de silencio deben estar dentro de un mismo día.

## Rate limit

rate_limited = Demasiadas solicitudes en poco tiempo.
rate_limit_exceeded = Demasiados intentos en poco tiempo.
too_many_requests = Estás enviando solicitudes demasiado rápido.

## Generic resources

not_found = No se encontró lo que buscas.
user_not_found = No se encontró a este usuario.
key_not_available = No se puede mostrar la clave de API.
cep_not_available = El CEP todavía no está disponible.
image_not_available = La imagen original no está disponible.
changelog_not_found = No hay información de esta versión.
changelog_empty = Todavía no se publican cambios.
method_not_allowed = Esto no se puede hacer con este método HTTP.
internal_error = Algo salió mal de nuestro lado.
dispatch_failed = No se pudo enviar la solicitud para su procesamiento.

## Admin (internal operation)

admin_self_target_forbidden = No puedes hacer esto con tu propia cuenta.
cannot_delete_self = No puedes eliminar tu propia cuenta aquí.
cannot_suspend_self = No puedes suspender tu propia cuenta.
cannot_change_own_role = No puedes cambiar tu propio rol.
cannot_change_own_status = No puedes cambiar el estado de tu propia cuenta.
cannot_force_logout_self = No puedes forzar el cierre de tu propia sesión.
cannot_reset_own_2fa = No puedes restablecer aquí tu propia autenticación en dos pasos.
cannot_suspend_owner = No se puede suspender a un propietario.
cannot_suspend_admin = No puedes suspender a un administrador.
cannot_deactivate_default_plan = El plan predeterminado no se puede desactivar.
cannot_set_inactive_as_default = Un plan inactivo no puede ser el predeterminado.
plan_cannot_delete_default = El plan predeterminado no se puede eliminar.
queues_overview_failed = No se pudo cargar el resumen de las colas.
queues_states_failed = No se pudieron cargar los estados de las colas.
queues_stats_failed = No se pudieron cargar las estadísticas de las colas.
queues_pause_failed = No se pudo pausar la cola.
queues_resume_failed = No se pudo reanudar la cola.
queues_start_failed = No se pudo realizar el arranque.
queues_stop_failed = No se pudo realizar la detención.
queues_restart_failed = No se pudo realizar el reinicio.
queues_cancel_failed = No se pudo cancelar el trabajo.
queues_retry_failed = No se pudo volver a encolar el trabajo.
queues_discard_failed = No se pudo descartar el trabajo.
queues_dlq_failed = No se pudieron cargar los trabajos fallidos.
queues_batches_failed = No se pudieron cargar los lotes.
queues_jobs_failed = No se pudieron cargar los trabajos.
queues_workers_failed = No se pudieron cargar los procesos de trabajo.
queues_config_failed = No se pudo procesar la configuración de las colas.
scheduled_task_create_failed = No se pudo crear la tarea programada.
scheduled_task_update_failed = No se pudo modificar la tarea programada.
scheduled_task_delete_failed = No se pudo eliminar la tarea programada.
scheduled_task_detail_failed = No se pudo cargar la tarea programada.
scheduled_task_run_now_failed = No se pudo ejecutar la tarea programada en este momento.
scheduled_task_executions_failed = No se pudieron cargar las ejecuciones de la tarea programada.
scheduled_task_drift_failed = No se pudieron cargar las desviaciones de la tarea programada.
scheduled_task_list_failed = No se pudo cargar la lista de tareas programadas.
migration_not_found = No se encontró esta migración.
migration_file_missing = Falta el archivo de esta migración.
migration_filename_required = Indica el archivo de la migración.
migration_filename_format = El nombre del archivo de la migración no es válido.
migration_target_version_format = La versión de destino no es válida.
migration_target_invalid_type = El tipo del destino de la migración no es correcto.
migration_mark_bulk_limit = Son demasiadas migraciones a la vez.
seeder_not_found = No se encontró este seeder.
seeder_invalid = Este seeder no se puede usar.
seeder_bulk_limit = Son demasiados seeders a la vez.
seeder_filename_format = El nombre del archivo del seeder no es válido.
seeder_filename_required = Indica el archivo del seeder.
test_file_not_found = No se encontró este archivo de prueba.
test_filename_format = El nombre del archivo de prueba no es válido.
test_files_limit = Son demasiados archivos de prueba a la vez.
test_files_must_be_array = Los archivos de prueba se envían como una lista.
test_name_invalid = El nombre de la prueba no es válido.
test_suite_empty = El conjunto de pruebas está vacío.
test_suite_invalid = Este conjunto de pruebas no es válido.
compare_runs_must_differ = Elige dos ejecuciones distintas para comparar.
worker_not_found = No se encontró este proceso de trabajo.
instance_not_found = No se encontró esta instancia.
scheduled_task_not_found = No se encontró esta tarea programada.
dlq_entry_not_found = No se encontró este trabajo fallido.
execution_not_found = No se encontró esta ejecución.
run_not_found = No se encontró esta corrida.
worker_not_running = Este proceso de trabajo no está en ejecución.
run_not_cancellable = Esta corrida ya no se puede cancelar.
dlq_entry_unreadable = Este trabajo fallido no se puede leer.
invalid_action = Esta acción no existe.
invalid_instance = La instancia no es válida.
invalid_service = El servicio no es válido.
invalid_stream = El flujo no es válido.
invalid_user_id = El identificador del usuario no es válido.
invalid_audit_id = El identificador del registro de auditoría no es válido.
invalid_event_id = El identificador del evento no es válido.
invalid_delivery_id = El identificador de la entrega no es válido.
invalid_run_id = El identificador de la corrida no es válido.
invalid_id = El identificador no es válido.
invalid_param = Un parámetro de la solicitud no es válido.
invalid_status_filter = No se puede filtrar por este estado.
invalid_source_filter = No se puede filtrar por este origen.
invalid_target_user_id = El identificador del usuario de destino no es válido.
invalid_bucket_target = El destino del bucket no es válido.
invalid_version = La versión no es válida.
missing_version = Falta la versión.
bulk_action_invalid = Esta acción no se puede hacer con varios a la vez.
bulk_slugs_required = Elige al menos un elemento.
bulk_slugs_too_many = Son demasiados elementos a la vez.
name_already_exists = Este nombre ya está en uso.
broadcast_not_found = No se encontró este comunicado.
broadcast_empty_audience = Nadie recibiría este comunicado.
logs_read_failed = Los registros no se pueden leer por el momento.
heartbeat_persist_failed = La señal de vida no se pudo guardar por el momento.
execution_failed = La acción no se pudo ejecutar por el momento.
openapi_spec_missing = La descripción de la API no está disponible.
openapi_spec_invalid_yaml = La descripción de la API no se puede leer.
target_required = Indica el destino de la prueba.
probe_label_required = Ponle una etiqueta a la prueba.
retry_policy_invalid = Los límites de reintentos no son válidos.
permissions_must_be_object = Los permisos se envían como un objeto.
plan_name_required = Ponle un nombre al plan.
plan_name_too_long = El nombre para el plan es demasiado largo.
plan_slug_required = Falta el nombre corto del plan.
plan_slug_format_invalid = El nombre corto del plan no es válido.
plan_duplicate_same_slug = La copia de un plan necesita su propio nombre corto.
plan_currency_invalid = Esta moneda no se puede usar.
plan_features_invalid_shape = Las características del plan no son válidas.
plan_included_validations_negative = El número de validaciones incluidas no puede ser negativo.
plan_limit_negative = Un límite del plan no puede ser negativo.
plan_sort_order_negative = La posición del plan no puede ser negativa.
plan_trial_days_out_of_range = El número de días de prueba no es posible.
plan_tax_behavior_invalid = Esta forma de manejar impuestos no existe.
plan_free_cannot_have_initial_prices = Un plan gratuito no puede tener precios.
plan_stripe_product_missing = El plan aún no tiene un producto en el servicio de pagos.
plan_price_migrate = El precio del plan no se puede migrar de esta forma.
plan_price_archive = Este precio del plan no se puede archivar.
plan_price_range = El precio del plan es demasiado bajo o demasiado alto.
initial_price_base_required = Indica el precio base del plan nuevo.
initial_price_metered_required = Indica el precio por consumo del plan nuevo.
out_of_range = Este valor es demasiado pequeño o demasiado grande.
worker_failed = El proceso de trabajo falló.
run = La ejecución falló.
recent_executions_failed = No se pudieron cargar las ejecuciones recientes.
scheduled_tasks_drift_failed = No se pudieron cargar las desviaciones del calendario.
scheduled_tasks_list_failed = No se pudieron cargar las tareas programadas.
placeholder_parity_drift = Los marcadores de la traducción no coinciden con los del original.
icu_malformed = El patrón del mensaje no es válido.
html_unsafe = El texto contiene HTML que no es seguro.
brand_removed = La traducción perdió el nombre de la marca.
