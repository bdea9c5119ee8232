package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.token.LinkVisibility;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Context of the current request, once the {@link AuthorizationFilter} has admitted it. */
@RequestScoped
public class RequestContext {
    private @Nullable Caller caller;
    private @Nullable Organization organization;

    void admit(Caller caller, Organization organization) {
        this.caller = caller;
        this.organization = organization;
    }

    /** Subject of the caller; empty for requests outside the API. */
    Optional<String> admittedSubject() {
        return Optional.ofNullable(caller).map(Caller::subject);
    }

    /** Organization of the request; empty for requests outside the API. */
    Optional<Organization> admittedOrganization() {
        return Optional.ofNullable(organization);
    }

    public String subject() {
        return admitted(caller).subject();
    }

    /** Address of the caller, as the token states it. */
    public Optional<String> email() {
        return admitted(caller).email();
    }

    /** Whether the caller belongs to every organization. */
    public boolean belongsToAll() {
        return admitted(caller).belongsToAll();
    }

    /** Visibility of personal links, which are as good as the permission to create them. */
    public LinkVisibility links() {
        return admitted(caller).may(Permission.CREATE) ? LinkVisibility.SHOWN : LinkVisibility.WITHHELD;
    }

    public String organizationId() {
        return admitted(organization).id();
    }

    private static <T> T admitted(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("request not authorized: the resource method lacks @RequiresPermission");
        }
        return value;
    }
}
