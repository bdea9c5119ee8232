package io.mdm.enrollment.web.security;

import io.mdm.enrollment.web.config.BodySize;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Permission that a caller needs for a resource method, enforced by the {@link AuthorizationFilter}. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresPermission {
    /** None: every caller who belongs to the organization may call the method. */
    String NONE = "(none)";

    /** Name from {@link io.mdm.enrollment.api.http.Permission}, or {@link #NONE}. */
    String value() default "";

    /** Whether POST and PUT requests must have a body. */
    Body body() default Body.REQUIRED;

    /** Maximum size of the body. */
    BodySize size() default BodySize.SMALL;

    /** Expectation about the body of a request. */
    enum Body {
        REQUIRED,
        /** Either JSON or a form with files. */
        JSON_OR_FORM,
        /** A request without a body needs no media type. */
        OPTIONAL
    }
}
