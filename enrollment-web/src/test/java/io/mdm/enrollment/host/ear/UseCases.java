package io.mdm.enrollment.host.ear;

import io.mdm.enrollment.api.BatchReports;
import io.mdm.enrollment.api.IdempotentCommands;
import io.mdm.enrollment.api.InvitationResending;
import io.mdm.enrollment.api.PersonErasure;
import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.TokenIssuance;
import io.mdm.enrollment.api.TokenQuotas;
import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.TokenRevocation;
import io.mdm.enrollment.api.TokenUpdate;
import io.mdm.enrollment.api.UserTokenIssuance;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** The module's use cases for injection in this WAR, as where they are embedded. */
@Dependent
class UseCases {
    @Produces
    @EJB(lookup = "java:app/enrollment/TokenRedemption")
    TokenRedemption redemption;

    @Produces
    @EJB(lookup = "java:app/enrollment/TokenIssuance")
    TokenIssuance issuance;

    @Produces
    @EJB(lookup = "java:app/enrollment/UserTokenIssuance")
    UserTokenIssuance userTokenIssuance;

    @Produces
    @EJB(lookup = "java:app/enrollment/TokenRevocation")
    TokenRevocation revocation;

    @Produces
    @EJB(lookup = "java:app/enrollment/TokenUpdate")
    TokenUpdate update;

    @Produces
    @EJB(lookup = "java:app/enrollment/TokenCatalog")
    TokenCatalog catalog;

    @Produces
    @EJB(lookup = "java:app/enrollment/BatchReports")
    BatchReports reports;

    @Produces
    @EJB(lookup = "java:app/enrollment/InvitationResending")
    InvitationResending resending;

    @Produces
    @EJB(lookup = "java:app/enrollment/IdempotentCommands")
    IdempotentCommands idempotentCommands;

    @Produces
    @EJB(lookup = "java:app/enrollment/TokenQuotas")
    TokenQuotas quotas;

    @Produces
    @EJB(lookup = "java:app/enrollment/PersonErasure")
    PersonErasure erasure;
}
