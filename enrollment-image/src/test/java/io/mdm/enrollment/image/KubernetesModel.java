package io.mdm.enrollment.image;

import com.coreos.monitoring.models.V1ServiceMonitor;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kubernetes' model of its objects, as its project generates it for Java from the schema of its API.
 *
 * <p>An object agrees with it if every field is known and has its type, so that the object is written as it was read,
 * and no required field is missing. The model of the Prometheus operator does not know which fields are required.
 */
final class KubernetesModel {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "apps/v1 Deployment", V1Deployment.class,
            "v1 Service", V1Service.class,
            "v1 ServiceAccount", V1ServiceAccount.class,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class,
            "networking.k8s.io/v1 Ingress", V1Ingress.class,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class,
            "monitoring.coreos.com/v1 ServiceMonitor", V1ServiceMonitor.class);

    private static final Set<JsonElement> EMPTY = Set.of(new JsonArray(), new JsonObject());

    private final Gson gson;

    KubernetesModel() {
        new JSON();
        gson = JSON.getGson();
    }

    /** What is wrong with an object. */
    Optional<String> fault(Map<String, Object> object) {
        var kind = object.get("apiVersion") + " " + object.get("kind");
        var type = TYPES.get(kind);
        return type == null
                ? Optional.of("unknown: " + kind)
                : fault(type, gson.toJsonTree(object)).map(fault -> kind + ": " + fault);
    }

    private Optional<String> fault(Class<?> type, JsonElement written) {
        try {
            var read = gson.toJsonTree(gson.fromJson(written, type));
            if (!withoutEmpty(read).equals(withoutEmpty(written))) {
                return Optional.of("written as " + written + "\nread as    " + read);
            }
            if (!type.equals(V1ServiceMonitor.class)) {
                type.getMethod("validateJsonElement", JsonElement.class).invoke(null, written);
            }
            return Optional.empty();
        } catch (JsonParseException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The model fills in lists and maps that are absent. */
    private static JsonElement withoutEmpty(JsonElement element) {
        if (element instanceof JsonArray array) {
            var filled = new JsonArray();
            array.forEach(item -> filled.add(withoutEmpty(item)));
            return filled;
        }
        if (element instanceof JsonObject object) {
            var filled = new JsonObject();
            object.entrySet().forEach(member -> {
                var value = withoutEmpty(member.getValue());
                if (!EMPTY.contains(value)) {
                    filled.add(member.getKey(), value);
                }
            });
            return filled;
        }
        return element;
    }
}
