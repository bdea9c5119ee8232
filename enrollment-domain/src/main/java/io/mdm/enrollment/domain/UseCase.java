package io.mdm.enrollment.domain;

import io.mdm.enrollment.api.EnrollmentProblem;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the implementation of a use case, or of a part of one, whose methods are transactions. A transaction that fails
 * because of another one at the same time is carried out once more, unless it belongs to the caller; every failure of
 * the database that does not lie in the command becomes {@link EnrollmentProblem#DATABASE_UNAVAILABLE}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface UseCase {}
