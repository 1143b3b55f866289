# The texts of the vibehost catalog in German.

## Auth & sessions

UNAUTHENTICATED = Sie müssen sich dafür anmelden.
    .meaning = Die Anfrage weist weder eine Sitzung noch ein Token vor, oder was sie vorweist, ist abgelaufen.
    .client-1 = Melden Sie sich erneut an oder senden Sie ein gültiges Token, und wiederholen Sie die Anfrage.

EMAIL_NOT_VERIFIED = Bestätigen Sie zuerst Ihre E-Mail-Adresse.
    .meaning = Das Konto besteht, aber seine E-Mail-Adresse ist noch nicht bestätigt, und diese Aktion ist bestätigten Konten vorbehalten.
    .client-1 = Bitten Sie den Benutzer, den Link in der Bestätigungs-E-Mail zu öffnen, oder senden Sie eine neue.

TOKEN_NOT_FOUND = Dieser Link ist nicht gültig.
    .meaning = Das Einmal-Token einer E-Mail-Bestätigung oder eines Zurücksetzens des Passworts ist unbekannt. Beide Abläufe hashen das Token und lösen es dann auf dieselbe Weise ein; deshalb teilen sie sich drei Codes für das, worauf ein Benutzer reagieren kann: nicht gefunden, abgelaufen und bereits verwendet. Das Dashboard zeigt sie für beide Abläufe gleich an.
    .client-1 = Lassen Sie den Benutzer einen neuen Link anfordern.

TOKEN_EXPIRED = Dieser Link ist abgelaufen.
    .meaning = Das Einmal-Token einer E-Mail-Bestätigung oder eines Zurücksetzens des Passworts wurde nach Ablauf seiner Gültigkeit vorgelegt.
    .client-1 = Lassen Sie den Benutzer einen neuen Link anfordern.

TOKEN_ALREADY_USED = Dieser Link wurde bereits verwendet.
    .meaning = Das Einmal-Token einer E-Mail-Bestätigung oder eines Zurücksetzens des Passworts wurde von einer früheren Anfrage eingelöst.
    .client-1 = Prüfen Sie, ob die frühere Anfrage gewirkt hat, und lassen Sie den Benutzer andernfalls einen neuen Link anfordern.

IDENTITY_PROVIDER_MISMATCH = Mit Ihnen ist bereits ein anderes Konto dieses Anmeldeanbieters verknüpft.
    .meaning = Der Benutzer hat bereits eine OAuth-Identität dieses Anbieters, und deren Subject (`sub`) ist ein anderes. Das geschieht zum Beispiel, wenn sich jemand mit einem anderen Google-Konto anmeldet als dem, das zuvor mit derselben E-Mail-Adresse verknüpft wurde.
    .client-1 = Lassen Sie den Benutzer sich mit dem verknüpften Konto anmelden oder zuerst die Verknüpfung mit dieser Identität aufheben.

TURNSTILE_TOKEN_MISSING = Die Bot-Prüfung wurde nicht abgeschlossen.
    .meaning = Die vorgeschaltete Prüfung durch Cloudflare Turnstile hat die Registrierung abgewiesen, weil die Anfrage kein Turnstile-Token enthält. Für ein gesendetes Token, das die Prüfung nicht bestanden hat, gilt `TURNSTILE_FAILED`, sodass jeder Status schon in der Antwort sagt, was gemeint ist.
    .client-1 = Führen Sie die Turnstile-Prüfung aus und senden Sie ihr Token mit der Registrierung; ein Kommandozeilen-Client kann auf jeden der beiden Codes prüfen.

TURNSTILE_FAILED = Die Bot-Prüfung wurde nicht bestanden.
    .meaning = Die vorgeschaltete Prüfung durch Cloudflare Turnstile hat die Registrierung abgewiesen, weil `siteverify` von Cloudflare das Token abgelehnt hat. Für eine Anfrage ohne Token gilt `TURNSTILE_TOKEN_MISSING`.
    .client-1 = Führen Sie die Turnstile-Prüfung noch einmal aus und senden Sie das neue Token; ein Kommandozeilen-Client kann auf jeden der beiden Codes prüfen.

REAUTH_REQUIRED = Melden Sie sich erneut an, um zu bestätigen, dass Sie es sind.
    .title = Erneute Anmeldung erforderlich
    .meaning = Eine sicherheitsrelevante Änderung der Anmeldung, zum Beispiel `POST /account/set-password`, erfordert eine Sitzung, die innerhalb der letzten fünf Minuten authentifiziert wurde (`REAUTH_WINDOW_MS`). Die Sitzung selbst ist weiterhin gültig.
    .client-1 = Verlangen Sie eine neue Anmeldung (das Dashboard fordert dazu auf, die CLI beendet sich), und wiederholen Sie dann die Anfrage innerhalb von fünf Minuten.

PASSWORD_ALREADY_SET = Dieses Konto hat bereits ein Passwort.
    .meaning = `POST /account/set-password` vergibt ein erstes Passwort für ein Konto, das keines hat, und dieses Konto hat eines.
    .client-1 = Ändern Sie das Passwort stattdessen mit `/account/change-password`.

INVALID_CREDENTIALS = Die Anmeldedaten sind nicht korrekt.
    .meaning = `POST /account/change-password` hat ein falsches `oldPassword` erhalten, oder bei einer Anmeldung wurden falsche Anmeldedaten angegeben: Beides nimmt denselben Weg und zählt als fehlgeschlagene Anmeldung. Um die Sitzung geht es nicht; fehlt sie oder ist sie abgelaufen, gilt `UNAUTHENTICATED`.
    .client-1 = Zeigen Sie an, dass das aktuelle Passwort falsch ist, und lassen Sie den Benutzer es erneut eingeben, ohne ihn zur Anmeldeseite zu schicken.

PASSWORD_SAME_AS_OLD = Das neue Passwort ist dasselbe wie das alte.
    .meaning = `POST /account/change-password` hat ein `newPassword` erhalten, das mit `oldPassword` übereinstimmt. Die Ablehnung fängt versehentlich abgeschickte Formulare ab und bewahrt Benutzer vor dem Glauben, es habe sich etwas geändert.
    .client-1 = Lassen Sie den Benutzer ein anderes Passwort wählen.

WEBAUTHN_REGISTRATION_FAILED = Der Passkey konnte nicht registriert werden.
    .title = WebAuthn-Registrierung fehlgeschlagen
    .meaning = Die Registrierungsantwort des Authenticators hat die strukturelle oder kryptografische Prüfung nicht bestanden, zum Beispiel wegen einer fehlerhaften Attestation. Am Status lassen sich die Passkey-Codes unterscheiden: 400 für eine Registrierung, 401 für eine Anmeldung, die der Prüfung nicht standhält, 404 für unbekannte Anmeldeinformationen.
    .client-1 = Beginnen Sie die Registrierung mit einer neuen Challenge von vorn.

WEBAUTHN_VERIFICATION_FAILED = Die Anmeldung mit dem Passkey ist fehlgeschlagen.
    .title = WebAuthn-Prüfung fehlgeschlagen
    .meaning = Die Anmeldeantwort des Authenticators hat die Prüfung nicht bestanden: Die Signatur ist falsch, die Challenge weicht ab, oder der Zähler ist rückwärts gelaufen. Es ist auch die stille Antwort auf einen widerrufenen Passkey, denn ein Hinweis auf den Widerruf würde Angreifern verraten, dass es ihn gibt.
    .client-1 = Beginnen Sie die Anmeldung mit einer neuen Challenge von vorn oder bieten Sie eine andere Art der Anmeldung an.

WEBAUTHN_CREDENTIAL_NOT_FOUND = Dieser Passkey ist hier nicht bekannt.
    .title = WebAuthn-Anmeldeinformationen nicht gefunden
    .meaning = Die Anmeldung nennt eine `credentialId`, zu der es keinen aktiven Passkey gibt. Ein nie registrierter und ein widerrufener sehen absichtlich gleich aus, damit Angreifer sie nicht unterscheiden können.
    .client-1 = Lassen Sie den Benutzer einen anderen Passkey oder eine andere Art der Anmeldung versuchen.

RECOVERY_CODE_INVALID = Der Wiederherstellungscode ist nicht gültig.
    .meaning = Zur angegebenen E-Mail-Adresse passt kein aktiver Wiederherstellungscode, oder niemand hat diese Adresse. Beide Fälle ergeben denselben Code und dauern gleich lange, sodass sich über den Endpunkt nicht herausfinden lässt, wer ein Konto hat.
    .client-1 = Lassen Sie den Benutzer die E-Mail-Adresse prüfen und einen anderen, noch nicht verwendeten Wiederherstellungscode eingeben.

## RBAC & grants

FORBIDDEN = Sie haben dazu keine Berechtigung.
    .meaning = Der Aufrufer ist bekannt, aber seine Rolle oder seine Freigaben decken diese Aktion an dieser Ressource nicht ab.
    .client-1 = Bitten Sie einen Eigentümer oder Admin des Workspace um Zugriff.

INVALID_GRANT_TARGET = Für dieses Ziel kann kein Zugriff gewährt werden.
    .meaning = Eine Freigabe in einem Workspace nennt einen Empfänger oder eine Ressource, die für Freigaben dieser Art nicht infrage kommen.
    .client-1 = Wählen Sie einen anderen Empfänger oder eine andere Ressource für die Freigabe.

CROSS_WORKSPACE_GRANT = Zugriff kann nicht über Workspaces hinweg gewährt werden.
    .meaning = Der Empfänger und die Ressource einer Freigabe gehören zu verschiedenen Workspaces.
    .client-1 = Wählen Sie einen Empfänger aus demselben Workspace, zu dem die Ressource gehört.

LAST_OWNER = Der letzte Eigentümer kann nicht entfernt werden.
    .meaning = Die Anfrage würde den einzigen verbliebenen Eigentümer entfernen oder herabstufen, und es muss immer einen geben.
    .client-1 = Machen Sie zuerst eine andere Person zum Eigentümer.

SELF_GRANT_FORBIDDEN = Sie können sich nicht selbst Zugriff gewähren.
    .meaning = Der Aufrufer ist zugleich der Empfänger der Freigabe, die er erteilen oder ändern möchte.
    .client-1 = Bitten Sie einen anderen Eigentümer oder Admin, die Freigabe zu erteilen.

TOKEN_SCOPE = Dieses Token hat nicht die Berechtigung, die diese Aktion erfordert.
    .title = Berechtigung des Tokens zu gering
    .meaning = Das Token gilt für seinen Workspace, aber seine Berechtigungsstufe ist für die Aktion zu niedrig.
    .client-1 = Verwenden Sie ein Token mit der Berechtigung, die die Aktion erfordert.

TOKEN_WORKSPACE_MISMATCH = Dieses Token gehört zu einem anderen Workspace.
    .meaning = Die `workspaceId` des Tokens ist nicht die des Ziel-Workspace, typischerweise weil die Konfiguration des Benutzers auf den falschen Host zeigt. Bei `TOKEN_SCOPE` geht es dagegen um eine zu niedrige Berechtigungsstufe.
    .client-1 = Brechen Sie sichtbar ab, statt es erneut zu versuchen, und lassen Sie den Benutzer den Host korrigieren oder ein Token dieses Workspace verwenden.

TOKEN_TEAM_MISMATCH = Dieses Token gehört zu einem anderen Team.
    .meaning = Die `teamId` des Tokens ist nicht die des Ziel-Teams. Ein persönliches Zugriffstoken wird für ein einziges Team ausgestellt; es für ein anderes zu verwenden, selbst für eines, dem sein Inhaber angehört, würde seinen Geltungsbereich stillschweigend erweitern. Browser-Sitzungen sind davon ausgenommen.
    .client-1 = Verwenden Sie ein Token, das für dieses Team ausgestellt wurde.

NOT_PLATFORM_ADMIN = Dieser Bereich ist Plattformadministratoren vorbehalten.
    .meaning = Jemand, der kein Plattformadministrator ist, hat einen Endpunkt unter `/admin/v1/` aufgerufen. Der Code ist von `FORBIDDEN` getrennt, damit das Admin-Frontend eine eigene Seite zeigen kann und damit Audits ihn von gewöhnlichen Ablehnungen zwischen Teams unterscheiden können.
    .client-1 = Zeigen Sie die Seite an, die erklärt, wie Zugang zur Plattform vergeben wird.

PLATFORM_VIEWER_READONLY = Ihre Plattformrolle erlaubt nur Lesezugriff.
    .title = Plattform-Viewer darf nur lesen
    .meaning = Ein Plattformadministrator mit der Rolle `viewer` hat etwas anderes als ein GET an `/admin/v1/` gesendet. In ihrer ersten Phase hat die Admin-API keine Schreibzugriffe; die Prüfung ist also eine Vorsichtsmaßnahme für spätere Endpunkte.
    .client-1 = Überlassen Sie die Änderung einem Plattformadministrator, dessen Rolle Schreibzugriffe erlaubt.

ACCESS_REQUEST_PENDING = Sie haben für diese App bereits Zugriff beantragt.
    .meaning = Der Antragsteller hat für diese App einen Zugriffsantrag gestellt, über den noch niemand entschieden hat. Je Antragsteller und App kann es nur einen offenen Antrag geben.
    .client-1 = Zeigen Sie an, dass der Antrag auf eine Entscheidung wartet, und senden Sie keinen weiteren.

ACCESS_REQUEST_ALREADY_GRANTED = Sie haben bereits Zugriff auf diese App.
    .meaning = Der letzte Antrag des Antragstellers wurde genehmigt, und er hat eine Freigabe für die App. Der Code trennt diesen Fall von denen, in denen ein Antrag warten muss.
    .client-1 = Öffnen Sie die App, statt Zugriff zu beantragen.

ACCESS_REQUEST_COOLDOWN = Ihr letzter Zugriffsantrag wurde abgelehnt, und für einen neuen ist es noch zu früh.
    .meaning = Der letzte Zugriffsantrag für diese App wurde innerhalb der vergangenen 24 Stunden abgelehnt (`DENY_COOLDOWN_MS`). Die Details sagen, wann ein neuer möglich ist, sodass sich ein Countdown anzeigen lässt, ohne die Meldung auszuwerten.
    .client-1 = Zeigen Sie einen Countdown bis `retryAt` an und stellen Sie den Antrag danach erneut.

BROWSER_SESSION_REQUIRED = Dies ist nur im Dashboard möglich.
    .meaning = Die Route dient allein dem Dashboard, so wie die Liste der autorisierten Apps und die Verwaltung der Sitzungen. Sie lehnt alles ab, was keine Browser-Sitzung ist: Tokens der CLI und des Device-Flows, OAuth-Bearer-Tokens von MCP-Clients und persönliche Zugriffstokens.
    .client-1 = Verweisen Sie den Benutzer auf das Dashboard, in dem er sich mit einem Browser anmeldet.

USER_NOT_FOUND = Kein Mitglied dieses Workspace hat diese E-Mail-Adresse.
    .meaning = Die E-Mail-Adresse, die der CLI mit dem Flag `--user-email` übergeben wurde, gehört keinem Benutzer des Ziel-Workspace. Der Code ist von `NOT_FOUND` getrennt, damit die CLI einen genauen Hinweis geben kann, ohne Zeichenketten zu vergleichen.
    .client-1 = Prüfen Sie die Adresse oder laden Sie die Person zuerst in den Workspace ein.

## Personal access tokens

PAT_NOT_ALLOWED = Persönliche Zugriffstokens können hier nicht verwendet werden.
    .title = PAT nicht erlaubt
    .meaning = Die Route akzeptiert keine persönlichen Zugriffstokens. Dazu gehören die Routen, die solche Tokens verwalten, damit sich mit einem durchgesickerten Token, das nur lesen darf, keines mit vollem Zugriff anlegen lässt.
    .client-1 = Melden Sie sich mit einer Sitzung statt mit einem persönlichen Zugriffstoken an.

PAT_SCOPE_INSUFFICIENT = Dem persönlichen Zugriffstoken fehlt der Scope, den diese Aktion erfordert.
    .title = PAT-Scope unzureichend
    .meaning = Das persönliche Zugriffstoken ist gültig, enthält aber nicht den Aktions-Scope, den die Route verlangt.
    .client-1 = Legen Sie ein Token an, das den Scope aus `required` enthält, und verwenden Sie dieses.

PAT_RESOURCE_NOT_ALLOWED = Das persönliche Zugriffstoken gilt nicht für diese Ressource.
    .title = Ressource für PAT nicht erlaubt
    .meaning = Das persönliche Zugriffstoken ist auf bestimmte Ressourcen beschränkt, und das Ziel gehört nicht dazu. Das geschieht auch, wenn die Ressource gelöscht wurde, nachdem das Token ausgestellt worden war.
    .client-1 = Verwenden Sie ein Token, das für die Ressource gilt, oder legen Sie eines an.

PAT_CAP_REACHED = Sie haben die Anzahl der in diesem Workspace erlaubten persönlichen Zugriffstokens erreicht.
    .title = PAT-Obergrenze erreicht
    .meaning = Der Benutzer hat in dem Workspace bereits 20 aktive persönliche Zugriffstokens; mehr kann ein Benutzer dort nicht haben.
    .client-1 = Widerrufen Sie ein nicht mehr verwendetes Token und legen Sie dann das neue an.

PAT_INVALID_SCOPE = Einer der angeforderten Scopes existiert nicht.
    .title = PAT-Scope ungültig
    .meaning = Die Anfrage zum Anlegen eines persönlichen Zugriffstokens nennt einen Scope, der nicht auf der Liste (`PAT_SCOPES`) steht. So weit kommt nur ein fehlerhafter Client, der die typisierte Liste umgeht; die Anfrage jedes anderen Clients scheitert schon beim Parsen.
    .client-1 = Fordern Sie nur Scopes an, die die API dokumentiert.

PAT_INVALID_RESOURCE_CONSTRAINT = Die Ressourcen passen nicht zu den Scopes des Tokens.
    .title = Ressourcenbeschränkung des PAT ungültig
    .meaning = Die Anfrage zum Anlegen eines persönlichen Zugriffstokens enthält `resources` eines Typs, für den sie keinen Aktions-Scope hat, oder sie setzt `resources` bei einem Token mit vollem Zugriff (`scopes` ist null).
    .client-1 = Ergänzen Sie den Scope für jeden Ressourcentyp oder lassen Sie die Ressourcen bei einem Token mit vollem Zugriff weg.

PAT_INVALID_RESOURCE_ID = Eine der Apps gehört nicht zu diesem Workspace.
    .title = Ressourcen-ID des PAT ungültig
    .meaning = Die Anfrage zum Anlegen eines persönlichen Zugriffstokens führt in `resources.apps` eine ID auf, die zu keiner App des Workspace gehört.
    .client-1 = Führen Sie nur Apps dieses Workspace auf.

SCOPED_PAT_DISABLED = Persönliche Zugriffstokens mit eingeschränkten Scopes können noch nicht angelegt werden.
    .title = PAT mit Scopes deaktiviert
    .meaning = Der Server stellt derzeit keine persönlichen Zugriffstokens mit Scopes aus. Tokens mit vollem Zugriff (`scopes` null oder weggelassen) funktionieren weiterhin.
    .client-1 = Warten Sie, bis der Betreiber Tokens mit Scopes freischaltet; wo voller Zugriff vertretbar ist, lassen Sie `scopes` weg.

## Resources & quota

NOT_FOUND = Das Angeforderte wurde nicht gefunden.
    .meaning = Keine Route passt zum Pfad, oder was er benennt, existiert nicht oder ist für den Aufrufer nicht sichtbar.
    .client-1 = Prüfen Sie die Adresse und die darin enthaltenen IDs.

CONFLICT = Die Anfrage steht im Konflikt mit dem aktuellen Zustand.
    .meaning = Die Anfrage passt nicht zu dem Zustand, in dem sich die Ressource befindet, zum Beispiel weil ein Name bereits vergeben ist.
    .client-1 = Rufen Sie den aktuellen Zustand ab, passen Sie die Anfrage an und senden Sie sie erneut.

RATE_LIMITED = Zu viele Anfragen in kurzer Zeit.
    .meaning = Der Aufrufer hat mehr Anfragen gesendet, als der Endpunkt in seinem Zeitfenster annimmt.
    .client-1 = Warten Sie so lange, wie der Header `retry-after` angibt, und wiederholen Sie die Anfrage dann in größeren Abständen.

QUOTA_EXCEEDED = Das Kontingent ist aufgebraucht.
    .meaning = Die Anfrage würde mehr von einer mengenmäßig erfassten Ressource verbrauchen, als das Kontingent erlaubt.
    .client-1 = Geben Sie frei, was nicht mehr benötigt wird, oder wechseln Sie zu einem Tarif mit größerem Kontingent.

PLAN_LIMIT_EXCEEDED = Der Workspace hat eine Grenze seines Tarifs erreicht.
    .meaning = Mit der Anfrage würde der Workspace eine Anzahl überschreiten, die sein Tarif umfasst.
    .client-1 = Entfernen Sie etwas, das auf die Grenze angerechnet wird, oder wechseln Sie zu einem höheren Tarif.

OG_WATERMARK_TOGGLE_REQUIRES_PAID = Das Entfernen des Wasserzeichens erfordert einen kostenpflichtigen Tarif.
    .title = Umschalten des OG-Wasserzeichens erfordert einen kostenpflichtigen Tarif
    .meaning = Die Anfrage entfernt das OG-Wasserzeichen (`disabled=true`) in einem Workspace ohne kostenpflichtigen Tarif. Das Wasserzeichen wieder einzuschalten (`disabled=false`), ist immer möglich.
    .client-1 = Bieten Sie den Wechsel zu einem kostenpflichtigen Tarif an oder lassen Sie das Wasserzeichen eingeschaltet.

SERVICE_UNAVAILABLE = Der Dienst kann diese Anfrage zurzeit nicht bearbeiten.
    .meaning = Die Route benötigt ein Secret des Stacks, zum Beispiel den Schlüssel zum Schreiben von Umgebungsvariablen, das noch nicht gesetzt ist oder gerade geändert wird; sobald der Betreiber es konfiguriert hat, gelingt dieselbe Anfrage. Auch ein Dienst, der überlastet ist oder nicht rechtzeitig fertig wird, antwortet mit diesem Code.
    .client-1 = Wiederholen Sie die Anfrage später und warten Sie nach jedem Versuch länger.

INTERNAL = Auf unserer Seite ist etwas schiefgegangen.
    .title = Interner Fehler
    .meaning = Im Dienst ist ein Fehler aufgetreten, den kein anderer Code beschreibt.
    .client-1 = Versuchen Sie es etwas später noch einmal und nennen Sie dem Support die Anfrage-ID, falls der Fehler bestehen bleibt.

CONCURRENT_MODIFICATION = Jemand anders hat dies gleichzeitig geändert.
    .meaning = Während diese Anfrage bearbeitet wurde, hat ein anderer Schreibvorgang denselben Datensatz geändert. Der Konflikt ist vorübergehend.
    .client-1 = Wiederholen Sie die Anfrage.

INVALID_CURSOR = Die Liste kann ab diesem Cursor nicht fortgesetzt werden.
    .meaning = Der Parameter `cursor` einer seitenweise ausgegebenen Liste ist nicht lesbar, oder er wurde für einen anderen Sortierschlüssel erstellt als den, den `sort` jetzt verlangt.
    .client-1 = Verwerfen Sie den Cursor und beginnen Sie wieder mit der ersten Seite.

EXPORT_LIMIT_EXCEEDED = Der Export würde zu viele Zeilen enthalten.
    .meaning = Der Filter eines Audit-Log-Exports trifft auf mehr Zeilen zu, als eine Antwort streamt, standardmäßig 10.000. Der Code ist von `VALIDATION_FAILED` getrennt, damit das Dashboard und die CLI einen genauen Hinweis geben können.
    .client-1 = Grenzen Sie den Zeitraum mit `since` und `until` ein und exportieren Sie erneut.

## Deploy & runtime

VALIDATION_FAILED = Die Anfrage ist nicht gültig.
    .meaning = Der Pfad, die Query, ein Header oder der Body der Anfrage ist nicht lesbar, oder ein darin enthaltener Wert verletzt eine Regel. Liegt es an einzelnen Feldern, führen die Details sie auf.
    .client-1 = Korrigieren Sie die Felder, die die Details nennen, und senden Sie die Anfrage dann erneut.

TARBALL_INVALID = Das hochgeladene Archiv ist nicht verwendbar.
    .meaning = Das Archiv eines Deployments ist beschädigt, oder sein Format oder Inhalt ist nicht das, was ein Deployment benötigt.
    .client-1 = Erstellen Sie das Archiv neu und laden Sie das neue hoch.

UPSTREAM_FAILED = Bei einem Dienst, von dem diese Anfrage abhängt, ist ein Fehler aufgetreten.
    .meaning = Ein anderer Dienst, den VibeHost für diese Anfrage benötigt, hat einen Fehler oder eine nicht verwendbare Antwort geliefert.
    .client-1 = Wiederholen Sie die Anfrage später und warten Sie nach jedem Versuch länger.

UNSUPPORTED_RUNTIME = Diese Laufzeitumgebung wird nicht unterstützt.
    .meaning = Das Deployment verlangt eine Laufzeitumgebung oder eine Version davon, die VibeHost nicht betreibt.
    .client-1 = Wählen Sie eine unterstützte Laufzeitumgebung und starten Sie das Deployment erneut.

RELEASE_UNAVAILABLE = Dieses Release ist zurzeit nicht verfügbar.
    .meaning = Das Release existiert, kann aber vorübergehend nicht ausgeliefert werden. Für eines, das nicht wiederkommt, gilt `RELEASE_GONE`.
    .client-1 = Wiederholen Sie die Anfrage später und warten Sie nach jedem Versuch länger.

RELEASE_GONE = Dieses Release gibt es nicht mehr.
    .meaning = Das Release hat existiert und wurde endgültig entfernt. Für eines, das nur vorübergehend nicht verfügbar ist, gilt `RELEASE_UNAVAILABLE`.
    .client-1 = Wählen Sie ein anderes Release oder starten Sie ein neues Deployment.

## Custom domains

RECLAIM_LOST_RACE = Ein anderer Workspace hat diese Domain soeben beansprucht.
    .meaning = Zwei Workspaces haben gleichzeitig die DNS-Verifizierung desselben Hostnamens bestanden, und der andere hat seinen Anspruch zuerst abgeschlossen. Der Code ist von `CONFLICT` getrennt, damit die CLI und Agenten den Fall erkennen können.
    .client-1 = Rufen Sie die Domain erneut ab, um ihren neuen Zustand zu sehen, und beanspruchen Sie sie nicht noch einmal.

DOMAIN_VERIFY_RECORD_NOT_FOUND = Der DNS-Eintrag, der diese Domain verifiziert, wurde nicht gefunden.
    .title = Eintrag zur Domain-Verifizierung nicht gefunden
    .meaning = Die Verifizierung einer eigenen Domain hat unter dem erwarteten Namen keinen Eintrag gefunden. Jede Ursache einer fehlgeschlagenen Verifizierung hat einen eigenen Code mit einem eigenen nächsten Schritt; früher teilten sie sich `VALIDATION_FAILED`, und niemand konnte erkennen, woran es lag.
    .client-1 = Legen Sie den Eintrag beim DNS-Anbieter an, warten Sie, bis er veröffentlicht ist, und verifizieren Sie erneut.

DOMAIN_VERIFY_RECORD_MISMATCH = Der DNS-Eintrag, der diese Domain verifiziert, hat einen anderen Wert.
    .title = Eintrag zur Domain-Verifizierung stimmt nicht überein
    .meaning = Die Verifizierung einer eigenen Domain hat den Eintrag gefunden, und sein Wert ist nicht der erwartete.
    .client-1 = Korrigieren Sie den Wert des Eintrags beim DNS-Anbieter, warten Sie, bis er veröffentlicht ist, und verifizieren Sie erneut.

DOMAIN_VERIFY_DNS_TIMEOUT = Die DNS-Server dieser Domain haben nicht rechtzeitig geantwortet.
    .title = DNS-Zeitüberschreitung bei der Domain-Verifizierung
    .meaning = Die Verifizierung einer eigenen Domain hat nicht rechtzeitig eine Antwort vom DNS erhalten; über den Eintrag ist daher nichts bekannt.
    .client-1 = Verifizieren Sie etwas später erneut; falls es weiterhin fehlschlägt, prüfen Sie die Nameserver der Domain.

## Skill registry

INSTALL_TOKEN_NOT_FOUND = Dieser Installationslink ist nicht gültig.
    .meaning = Kein Installationstoken eines Skills stimmt mit dem in der Anfrage überein. Unbekannte, widerrufene und abgelaufene Tokens haben eigene Codes, weil ein Client sie unterschiedlich behandelt.
    .client-1 = Kopieren Sie den Installationslink noch einmal oder erstellen Sie einen neuen.

INSTALL_TOKEN_REVOKED = Dieser Installationslink wurde widerrufen.
    .meaning = Jemand hat das Installationstoken des Skills widerrufen. Der Code ist absichtlich von `INSTALL_TOKEN_EXPIRED` getrennt: Nach einem Widerruf bricht der eigene Fetcher der CLI sichtbar ab und holt kein neues Token.
    .client-1 = Brechen Sie sichtbar ab, ohne ein neues Token zu erstellen, und lassen Sie den Benutzer einen Admin des Workspace fragen.

INSTALL_TOKEN_EXPIRED = Dieser Installationslink ist abgelaufen.
    .meaning = Das Installationstoken des Skills hat das Ende seiner Gültigkeit erreicht. Der Code ist absichtlich von `INSTALL_TOKEN_REVOKED` getrennt: Nach einem Ablauf erstellt der eigene Fetcher der CLI ohne Rückfrage ein neues Token.
    .client-1 = Erstellen Sie ein neues Installationstoken und installieren Sie damit.

INSTALL_TOKEN_WORKSPACE_MISMATCH = Dieser Installationslink gehört zu einem anderen Workspace.
    .meaning = Die mit dem Installationstoken gespeicherte `workspaceId` ist nicht die des Hosts, an den die Anfrage ging: Jemand hat das Token am Hostnamen eines anderen Workspace wiederverwendet. Der Code ist von denen für widerrufene und unbekannte Tokens getrennt, weil es nicht um einen veralteten Hostnamen geht, der sich aktualisieren ließe.
    .client-1 = Brechen Sie sichtbar ab, statt es erneut zu versuchen, und verwenden Sie das Token am Host seines eigenen Workspace.

INSTALL_TOKEN_QUOTA_EXCEEDED = In diesem Tarif können keine weiteren Installationslinks erstellt werden.
    .meaning = Die Anfrage würde mehr Installationstokens erstellen, als das Kontingent erlaubt.
    .client-1 = Widerrufen Sie nicht mehr verwendete Installationstokens oder wechseln Sie zu einem höheren Tarif.

INSTALL_URL_ADMIN_ONLY = Nur ein Admin kann einen Installationslink für jemand anderen erstellen.
    .title = Installations-URL nur für Admins
    .meaning = Jemand, der kein Admin ist, hat `POST /install-tokens` mit `forEmail` aufgerufen.
    .client-1 = Lassen Sie `forEmail` weg, um einen Link für sich selbst zu erstellen, oder fragen Sie einen Admin.

INSTALL_URL_FOR_NON_MEMBER = Ein Installationslink kann nur für ein Mitglied des Workspace erstellt werden.
    .title = Installations-URL für ein Nichtmitglied
    .meaning = Die Adresse in `forEmail` gehört keinem Mitglied des Workspace. Ein Admin kann ein Installationstoken nur für jemanden erstellen, der bereits im Workspace ist; eines für Außenstehende würde niemandem gehören.
    .client-1 = Prüfen Sie die Adresse oder laden Sie die Person zuerst in den Workspace ein.

## Redeem & referral

REDEEM_INVALID = Dieser Einlösecode ist nicht gültig.
    .meaning = Es gibt keinen Einlösecode mit dieser Schreibweise. Jeder Ablehnungsgrund hat einen eigenen Code, damit die CLI und das Dashboard genau sagen können, was falsch ist, und damit sich die Gründe je Charge von Einlösecodes zählen lassen.
    .client-1 = Lassen Sie den Benutzer den Code prüfen und erneut eingeben.

REDEEM_NOT_YET_VALID = Dieser Einlösecode kann noch nicht verwendet werden.
    .meaning = Der Einlösecode existiert, aber der Zeitpunkt, ab dem er verwendet werden kann, ist noch nicht gekommen.
    .client-1 = Bitten Sie den Benutzer, es noch einmal zu versuchen, sobald der Code gültig ist, und wiederholen Sie die Anfrage nicht automatisch.

REDEEM_EXPIRED = Dieser Einlösecode ist abgelaufen.
    .meaning = Der Einlösecode existiert, aber der Zeitpunkt, bis zu dem er verwendet werden konnte, ist verstrichen.
    .client-1 = Teilen Sie dem Benutzer mit, dass der Code nicht mehr verwendet werden kann.

REDEEM_EXHAUSTED = Dieser Einlösecode ist aufgebraucht.
    .meaning = Der Einlösecode wurde so oft eingelöst, wie es möglich ist.
    .client-1 = Teilen Sie dem Benutzer mit, dass der Code nicht mehr verwendet werden kann.

REDEEM_DUPLICATE = Sie haben diesen Code bereits eingelöst.
    .meaning = Derselbe Einlösende hat diesen Einlösecode schon einmal verwendet, und er zählt nur einmal.
    .client-1 = Zeigen Sie an, dass der Code bereits angewendet wurde, und senden Sie ihn nicht noch einmal.

REDEEM_RATE_LIMITED = Zu viele Versuche, einen Code einzulösen.
    .meaning = Der Aufrufer hat in kurzer Zeit öfter Einlösecodes ausprobiert, als zulässig ist.
    .client-1 = Warten Sie so lange, wie der Header `retry-after` angibt, und versuchen Sie den Code dann erneut.

REDEEM_NOT_FOUND_OR_REVOKED = Dieser Einlösecode wurde nicht gefunden oder ist bereits widerrufen.
    .meaning = Ein Admin möchte einen Einlösecode widerrufen, der nicht existiert oder schon zuvor widerrufen (als gelöscht markiert) wurde.
    .client-1 = Rufen Sie die Liste der Codes erneut ab und prüfen Sie, welche davon noch aktiv sind.

REFERRAL_INVALID = Dieser Empfehlungscode ist nicht gültig.
    .meaning = Ein Konto kann keinem Empfehlenden zugeordnet werden, weil der Empfehlungscode nicht existiert. Wie bei den Einlösecodes hat jeder Ablehnungsgrund einen eigenen Code, damit die Antwort genau ist und sich die Gründe zählen lassen: ein ungültiger Code, eine Empfehlung an sich selbst, ein bereits zugeordnetes Konto, zu viele Versuche.
    .client-1 = Lassen Sie den Benutzer den Code prüfen und erneut eingeben.

REFERRAL_SELF = Sie können Ihren eigenen Empfehlungscode nicht verwenden.
    .title = Selbstempfehlung
    .meaning = Der Empfehlungscode gehört dem Konto, das ihm zugeordnet werden soll.
    .client-1 = Geben Sie den Empfehlungscode einer anderen Person ein.

REFERRAL_ALREADY_BOUND = Diesem Konto ist bereits ein Empfehlender zugeordnet.
    .meaning = Das Konto ist einem Empfehlungscode zugeordnet und kann keinem anderen zugeordnet werden.
    .client-1 = Fahren Sie ohne Zuordnung fort; mehr ist nicht zu tun.

REFERRAL_RATE_LIMITED = Zu viele Versuche, einen Empfehlungscode zu verwenden.
    .meaning = Der Aufrufer hat in kurzer Zeit öfter versucht, Empfehlungscodes zuzuordnen, als zulässig ist.
    .client-1 = Warten Sie so lange, wie der Header `retry-after` angibt, und versuchen Sie den Code dann erneut.

REFERRAL_CODE_TAKEN = Jemand anders verwendet diesen Empfehlungscode bereits.
    .meaning = Der Empfehlungscode, den der Benutzer für sich selbst möchte, gehört einem anderen Konto.
    .client-1 = Lassen Sie den Benutzer einen anderen Code wählen.

REFERRAL_CODE_INVALID = So kann ein Empfehlungscode nicht geschrieben werden.
    .meaning = Der Empfehlungscode, den der Benutzer für sich selbst möchte, verletzt die Regeln für solche Codes. Für einen Code, der sich nicht zuordnen lässt, gilt `REFERRAL_INVALID`.
    .client-1 = Lassen Sie den Benutzer einen Code wählen, der den Regeln entspricht.

REFERRAL_CODE_LIMIT = Sie haben die Anzahl der erlaubten Empfehlungscodes erreicht.
    .meaning = Das Konto hat so viele Empfehlungscodes, wie ein Konto haben kann.
    .client-1 = Verwenden Sie einen der vorhandenen Codes oder entfernen Sie einen, bevor Sie einen weiteren hinzufügen.

REFERRAL_RENAME_RATE_LIMITED = Der Empfehlungscode wurde in kurzer Zeit zu oft geändert.
    .meaning = Das Konto hat seinen Empfehlungscode öfter umbenannt, als im Zeitfenster zulässig ist.
    .client-1 = Behalten Sie den aktuellen Code und benennen Sie ihn nach der Zeit um, die der Header `retry-after` angibt.

REFERRAL_CREDIT_NOT_FOUND = Dieses Empfehlungsguthaben wurde nicht gefunden.
    .meaning = Das Guthaben, das der Aufrufer in Anspruch nehmen möchte, existiert nicht. Für die Inanspruchnahme eines Guthabens gibt es je Ablehnungsgrund einen Code, damit das Dashboard und die CLI sagen können, welcher es ist.
    .client-1 = Rufen Sie die Liste der Guthaben erneut ab und nehmen Sie eines davon in Anspruch.

REFERRAL_CREDIT_ALREADY_CLAIMED = Dieses Empfehlungsguthaben wurde bereits in Anspruch genommen.
    .meaning = Eine frühere Anfrage hat das Guthaben in Anspruch genommen, und ein Guthaben zählt nur einmal.
    .client-1 = Zeigen Sie das Guthaben als in Anspruch genommen an und senden Sie die Anfrage dazu nicht noch einmal.

REFERRAL_CREDIT_REVOKED = Dieses Empfehlungsguthaben wurde zurückgezogen.
    .meaning = Das Guthaben hat existiert und wurde widerrufen, bevor es in Anspruch genommen wurde.
    .client-1 = Zeigen Sie das Guthaben als zurückgezogen an und senden Sie die Anfrage dazu nicht noch einmal.

REFERRAL_CLAIM_FORBIDDEN = Sie können dieses Empfehlungsguthaben nicht in Anspruch nehmen.
    .meaning = Das Guthaben existiert, aber der Aufrufer ist nicht derjenige, der es in Anspruch nehmen darf.
    .client-1 = Melden Sie sich mit dem Konto an, dem das Guthaben gehört.
