{{- define "redress.fullname" -}}
{{- if contains "redress" .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-redress{{ end }}
{{- end }}

{{- define "redress.selector" -}}
app.kubernetes.io/name: redress
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "redress.labels" -}}
{{ include "redress.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | quote }}
{{- end }}

{{/* Each process by its name: program, roles, its variables and its settings. The one with the API has the service's name. */}}
{{- define "redress.processes" -}}
{{- range $service, $of := .Values.services }}
{{- range $role, $own := $of.roles }}
{{ ternary $service (printf "%s-%s" $service $role) (eq $role "api") }}:
  program: {{ $service }}
  role: {{ $role }}
  environment: {{ merge (dict "REDRESS_ROLES" $role) ($of.environment | default dict) $.Values.environment | toJson }}
  settings: {{ mergeOverwrite (deepCopy $.Values.process) ($own | default dict) | toJson }}
{{- end }}
{{- end }}
worker:
  program: worker
  role: worker
  environment: {{ merge (dict) (.Values.worker.environment | default dict) .Values.environment | toJson }}
  settings: {{ mergeOverwrite (deepCopy .Values.process) (omit .Values.worker "environment") | toJson }}
{{- end }}

{{- define "redress.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{/* What the containers of all processes and of the job have in common; `environment` are the variables of this one. */}}
{{- define "redress.container" -}}
image: {{ printf "%s:%s" .root.Values.image.repository (.root.Values.image.tag | default .root.Chart.AppVersion) | quote }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
args: [{{ .program | quote }}]
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
env:
  - name: REDRESS_DATABASE_URL
    valueFrom: { secretKeyRef: { name: {{ .root.Values.postgres.existingSecret | quote }}, key: {{ .root.Values.postgres.key | quote }} } }
  {{- range list "REDRESS_MASTER_KEY" "REDRESS_PAYLOAD_KEY" "REDRESS_HMAC_KEY" }}
  - name: {{ . }}
    valueFrom: { secretKeyRef: { name: {{ $.root.Values.keys.existingSecret | quote }}, key: {{ . }} } }
  {{- end }}
  - { name: REDRESS_TEMPORAL_ADDRESS, value: {{ .root.Values.temporal.address | quote }} }
  - { name: REDRESS_TEMPORAL_NAMESPACE, value: {{ .root.Values.temporal.namespace | quote }} }
  - { name: REDRESS_KAFKA_BROKERS, value: {{ join "," .root.Values.kafka.brokers | quote }} }
  - { name: REDRESS_TOPIC_PREFIX, value: {{ .root.Values.kafka.topicPrefix | quote }} }
  - { name: REDRESS_JWKS_URL, value: {{ printf "http://%s-staffing/.well-known/jwks.json" (include "redress.fullname" .root) | quote }} }
  {{- range $name, $value := .environment }}
  - { name: {{ $name }}, value: {{ $value | toString | quote }} }
  {{- end }}
resources: {{ toJson .resources }}
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  {{- range .root.Values.volumeMounts }}
  - {{ toJson . }}
  {{- end }}
{{- end }}

{{/* What the pods of all processes and of the job have in common. */}}
{{- define "redress.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext: {{- include "redress.podSecurityContext" . | nindent 2 }}
{{- with .Values.imagePullSecrets }}
imagePullSecrets: {{ toJson . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{ toJson . }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{ toJson . }}
{{- end }}
volumes:
  - { name: tmp, emptyDir: { sizeLimit: 64Mi } }
  {{- range .Values.volumes }}
  - {{ toJson . }}
  {{- end }}
{{- end }}
