{{- define "enrollment.selector" -}}
app.kubernetes.io/name: enrollment
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "enrollment.metadata" -}}
name: {{ .Release.Name }}
namespace: {{ .Release.Namespace }}
labels:
  {{- include "enrollment.selector" . | nindent 2 }}
  app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
  app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
