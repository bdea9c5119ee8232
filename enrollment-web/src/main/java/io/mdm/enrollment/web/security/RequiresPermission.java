package io.mdm.enrollment.web.security;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission a caller must hold for a resource method, which the {@link AuthorizationFilter} sees to. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresPermission {
    /** A name from {@link io.mdm.enrollment.api.http.Permission}. */
    String value() default "";

    /** Whether a request that may have a body must have one. */
    Body body() default Body.REQUIRED;

    /** What is expected of a request's body. */
    enum Body {
        REQUIRED,
        /** Without one no media type need be named. */
        OPTIONAL
    }
}
