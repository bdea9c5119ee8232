package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.token.LinkVisibility;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The call being answered, once the {@link AuthorizationFilter} has let it in. */
@RequestScoped
public class RequestContext {
    private @Nullable Caller caller;
    private @Nullable Organization organization;

    void admit(Caller caller, Organization organization) {
        this.caller = caller;
        this.organization = organization;
    }

    /** Empty for a request that is none of the API's. */
    Optional<String> admittedSubject() {
        return Optional.ofNullable(caller).map(Caller::subject);
    }

    public String subject() {
        return admitted(caller).subject();
    }

    /** Whether the caller is shown personal links, which are as good as the right to create them. */
    public LinkVisibility links() {
        return admitted(caller).may(Permission.CREATE) ? LinkVisibility.SHOWN : LinkVisibility.WITHHELD;
    }

    public String organizationId() {
        return admitted(organization).id();
    }

    private static <T> T admitted(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the call has not passed the gate: @RequiresPermission is missing");
        }
        return value;
    }
}
