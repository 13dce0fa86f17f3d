{{/* What the four services are: fixed by their code, and checked against it by the tests. */}}
{{- define "cotejo.services" -}}
ingest:
  port: 8081
  database: ingest
  needs: [kafka, database, objects, login]
  writes: [cotejo.documents, cotejo.controls, cotejo.fixity]
  # What operators send again goes back to its source, which may be any of the topics.
  replays: true
  # It measures how far every group is behind on every topic.
  watches: true
  groups: [ingest-service]
ocr:
  port: 8082
  needs: [kafka, objects, login]
  writes: [cotejo.surrogates, cotejo.transcriptions, cotejo.failures]
  groups: [ocr-service-surrogates, ocr-service-recognition]
  scaling:
    - {group: ocr-service-surrogates, topic: cotejo.documents}
    - {group: ocr-service-recognition, topic: cotejo.surrogates}
translation:
  port: 8083
  database: translation
  needs: [kafka, database, objects, login]
  writes: [cotejo.bitexts, cotejo.lexicons, cotejo.failures]
  groups: [translation-service-documents, translation-service-transcriptions]
  scaling:
    - {group: translation-service-documents, topic: cotejo.documents}
    - {group: translation-service-transcriptions, topic: cotejo.transcriptions}
search:
  port: 8084
  needs: [kafka, objects, elasticsearch, login]
  writes: [cotejo.publications, cotejo.failures]
  groups: [search-service]
  scaling:
    - {group: search-service, topic: cotejo.documents}
    - {group: search-service, topic: cotejo.bitexts}
{{- end -}}

{{/* Name of a service's objects; arguments: root, service. */}}
{{- define "cotejo.name" -}}
{{ .root.Release.Name }}-{{ .service }}-service
{{- end -}}

{{/* Labels that select; argument: root, service. */}}
{{- define "cotejo.selector" -}}
app.kubernetes.io/name: {{ .service }}-service
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{/* All labels; arguments: root and, where an object belongs to one, service. */}}
{{- define "cotejo.labels" -}}
{{- if .service -}}
{{ include "cotejo.selector" . }}
{{- else -}}
app.kubernetes.io/name: cotejo
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}
app.kubernetes.io/part-of: cotejo
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end -}}

{{- define "cotejo.image" -}}
{{- with .root.Values.image.repository }}{{ . }}/{{ end }}{{ .service }}-service:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{/* Account at Kafka; arguments: root, service. */}}
{{- define "cotejo.kafkaUser" -}}
{{- (index .root.Values.kafka.users .service).user | default (include "cotejo.name" .) -}}
{{- end -}}

{{/* The module that Kafka's client logs in with; argument: the mechanism. */}}
{{- define "cotejo.loginModule" -}}
{{- if eq . "PLAIN" -}}
org.apache.kafka.common.security.plain.PlainLoginModule
{{- else -}}
org.apache.kafka.common.security.scram.ScramLoginModule
{{- end -}}
{{- end -}}

{{- define "cotejo.kafkaProtocol" -}}
{{- if ne .Values.kafka.sasl "none" }}SASL_{{ if .Values.kafka.tls.enabled }}SSL{{ else }}PLAINTEXT{{ end }}{{ else if .Values.kafka.tls.enabled }}SSL{{ else }}PLAINTEXT{{ end -}}
{{- end -}}

{{/* Settings that are no secret, by their own names; arguments: root, service, is (an entry of cotejo.services). */}}
{{- define "cotejo.properties" -}}
{{- $v := .root.Values -}}
quarkus.http.host: 0.0.0.0
quarkus.http.port: {{ .is.port | quote }}
# Links in answers carry the address that the client used; only the gateway reaches the pods.
quarkus.http.proxy.proxy-address-forwarding: "true"
quarkus.http.proxy.enable-forwarded-host: "true"
kafka.bootstrap.servers: {{ $v.kafka.bootstrapServers | quote }}
kafka.security.protocol: {{ include "cotejo.kafkaProtocol" .root }}
{{- if ne $v.kafka.sasl "none" }}
kafka.sasl.mechanism: {{ $v.kafka.sasl }}
{{- end }}
{{- if and $v.kafka.tls.enabled $v.kafka.tls.caSecret.name }}
kafka.ssl.truststore.type: PEM
kafka.ssl.truststore.location: /etc/cotejo/kafka/{{ $v.kafka.tls.caSecret.key }}
{{- end }}
cotejo.objects.endpoint: {{ $v.objects.endpoint | quote }}
cotejo.objects.bucket: {{ $v.objects.bucket | quote }}
cotejo.objects.region: {{ $v.objects.region | quote }}
cotejo.auth.issuer: {{ $v.login.issuer | quote }}
cotejo.auth.jwks-url: {{ $v.login.jwksUrl | quote }}
cotejo.auth.role-claim: {{ $v.login.roleClaim | quote }}
{{- if .is.database }}
{{- $d := index $v.database .is.database }}
quarkus.datasource.jdbc.url: jdbc:postgresql://{{ $d.host }}:{{ $d.port }}/{{ $d.name }}?sslmode={{ $v.database.sslMode }}{{ with $v.database.caSecret.name }}&sslrootcert=/etc/cotejo/database/{{ $v.database.caSecret.key }}{{ end }}
{{- end }}
{{- if has "elasticsearch" .is.needs }}
cotejo.elasticsearch.url: {{ $v.elasticsearch.url | quote }}
cotejo.elasticsearch.alias: {{ $v.elasticsearch.alias | quote }}
{{- end }}
{{- if $v.tracing.endpoint }}
cotejo.tracing.endpoint: {{ $v.tracing.endpoint | quote }}
cotejo.tracing.protocol: {{ $v.tracing.protocol | quote }}
cotejo.tracing.ratio: {{ $v.tracing.ratio | quote }}
{{- end }}
{{- if and (eq .service "ingest") $v.objects.second.endpoint }}
cotejo.fixity.second.endpoint: {{ $v.objects.second.endpoint | quote }}
cotejo.fixity.second.bucket: {{ $v.objects.second.bucket | quote }}
cotejo.fixity.second.region: {{ $v.objects.second.region | quote }}
{{- end }}
{{- if eq .service "ocr" }}
# Where the image has the language data.
cotejo.tessdata.directory: /tessdata
{{- end }}
{{- end -}}

{{/* The same with those of the institution, as environment variables. */}}
{{- define "cotejo.environment" -}}
{{- $all := merge (dict) (index .root.Values.services .service).properties (include "cotejo.properties" . | fromYaml) -}}
{{- range $name, $value := $all }}
{{ regexReplaceAll "[^A-Za-z0-9]" $name "_" | upper }}: {{ $value | toString | quote }}
{{- end }}
{{- end -}}

{{/* Where the JVM finds certificates; argument: root. COTEJO_TRUSTSTORE_PASSWORD stands before it among the variables. */}}
{{- define "cotejo.trustStoreOptions" -}}
{{- $t := .root.Values.trustStore -}}
{{- if or $t.configMap $t.secret }} -Djavax.net.ssl.trustStore=/etc/cotejo/truststore/{{ $t.key }} -Djavax.net.ssl.trustStoreType={{ $t.type }}
{{- if $t.passwordSecret.name }} -Djavax.net.ssl.trustStorePassword=$(COTEJO_TRUSTSTORE_PASSWORD){{ end }}{{ end -}}
{{- end -}}

{{/* Settings out of secrets, and those of the JVM; the image's command has all else that a start needs. */}}
{{- define "cotejo.env" -}}
{{- $v := .root.Values -}}
{{- $s := index $v.services .service -}}
{{- if $v.trustStore.passwordSecret.name }}
- name: COTEJO_TRUSTSTORE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $v.trustStore.passwordSecret.name }}, key: {{ $v.trustStore.passwordSecret.key }}}}
{{- end }}
- name: JAVA_TOOL_OPTIONS
  value: >-
    -Xmx{{ $s.heap }}
    {{- include "cotejo.trustStoreOptions" . }}
{{- if eq .service "ocr" }}
# Tesseract's own threads would fight with the service's workers; read before the JVM starts.
- name: OMP_THREAD_LIMIT
  value: "1"
{{- end }}
{{- if ne $v.kafka.sasl "none" }}
{{- $k := index $v.kafka.users .service }}
- name: COTEJO_BROKER_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $k.secret }}, key: {{ $k.passwordKey }}}}
- name: KAFKA_SASL_JAAS_CONFIG
  value: '{{ include "cotejo.loginModule" $v.kafka.sasl }} required username="{{ include "cotejo.kafkaUser" . }}" password="$(COTEJO_BROKER_PASSWORD)";'
{{- end }}
- name: COTEJO_OBJECTS_ACCESS_KEY
  valueFrom: {secretKeyRef: {name: {{ $v.objects.secret }}, key: {{ $v.objects.accessKeyKey }}}}
- name: COTEJO_OBJECTS_SECRET_KEY
  valueFrom: {secretKeyRef: {name: {{ $v.objects.secret }}, key: {{ $v.objects.secretKeyKey }}}}
{{- if and (eq .service "ingest") $v.objects.second.endpoint }}
- name: COTEJO_FIXITY_SECOND_ACCESS_KEY
  valueFrom: {secretKeyRef: {name: {{ $v.objects.second.secret }}, key: {{ $v.objects.second.accessKeyKey }}}}
- name: COTEJO_FIXITY_SECOND_SECRET_KEY
  valueFrom: {secretKeyRef: {name: {{ $v.objects.second.secret }}, key: {{ $v.objects.second.secretKeyKey }}}}
{{- end }}
{{- if .is.database }}
{{- $d := index $v.database .is.database }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ $d.secret }}, key: {{ $d.usernameKey }}}}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $d.secret }}, key: {{ $d.passwordKey }}}}
{{- end }}
{{- if and (has "elasticsearch" .is.needs) $v.elasticsearch.apiKeySecret.name }}
- name: COTEJO_ELASTICSEARCH_API_KEY
  valueFrom: {secretKeyRef: {name: {{ $v.elasticsearch.apiKeySecret.name }}, key: {{ $v.elasticsearch.apiKeySecret.key }}}}
{{- end }}
{{- end -}}

{{/* Folders of a container: temporary files, and certificates read-only. */}}
{{- define "cotejo.mounts" -}}
- {name: tmp, mountPath: /tmp}
{{- if and (eq .service "ocr") .root.Values.languages.claim }}
- {name: languages, mountPath: /tessdata, readOnly: true}
{{- end }}
{{- if and .root.Values.kafka.tls.enabled .root.Values.kafka.tls.caSecret.name }}
- {name: kafka-ca, mountPath: /etc/cotejo/kafka, readOnly: true}
{{- end }}
{{- if and .is.database .root.Values.database.caSecret.name }}
- {name: database-ca, mountPath: /etc/cotejo/database, readOnly: true}
{{- end }}
{{- if or .root.Values.trustStore.configMap .root.Values.trustStore.secret }}
- {name: truststore, mountPath: /etc/cotejo/truststore, readOnly: true}
{{- end }}
{{- end -}}

{{- define "cotejo.volumes" -}}
- name: tmp
{{- $space := (index .root.Values.services .service).temporarySpace }}
{{- with .root.Values.pod.temporaryStorageClass }}
  ephemeral:
    volumeClaimTemplate:
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: {{ . }}
        resources: {requests: {storage: {{ $space }}}}
{{- else }}
  emptyDir: {sizeLimit: {{ $space }}}
{{- end }}
{{- if and (eq .service "ocr") .root.Values.languages.claim }}
- name: languages
  persistentVolumeClaim: {claimName: {{ .root.Values.languages.claim }}, readOnly: true}
{{- end }}
{{- if and .root.Values.kafka.tls.enabled .root.Values.kafka.tls.caSecret.name }}
- name: kafka-ca
  secret: {secretName: {{ .root.Values.kafka.tls.caSecret.name }}, items: [{key: {{ .root.Values.kafka.tls.caSecret.key }}, path: {{ .root.Values.kafka.tls.caSecret.key }}}]}
{{- end }}
{{- if and .is.database .root.Values.database.caSecret.name }}
- name: database-ca
  secret: {secretName: {{ .root.Values.database.caSecret.name }}, items: [{key: {{ .root.Values.database.caSecret.key }}, path: {{ .root.Values.database.caSecret.key }}}]}
{{- end }}
{{- if .root.Values.trustStore.configMap }}
- name: truststore
  configMap: {name: {{ .root.Values.trustStore.configMap }}}
{{- else if .root.Values.trustStore.secret }}
- name: truststore
  secret: {secretName: {{ .root.Values.trustStore.secret }}}
{{- end }}
{{- end -}}

{{- define "cotejo.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "cotejo.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* Placement that all pods share; argument: root. */}}
{{- define "cotejo.placement" -}}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .root.Values.pod.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.pod.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.pod.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}
