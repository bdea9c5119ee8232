package example;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import io.mdm.enrollment.api.EnrollmentBatchCreated;
import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The host's part: it hears of bulk requests, and redeems the credential that a device presents. */
@Path("devices")
@ApplicationScoped
public class EnrollmentDesk {
    private static final System.Logger LOG = System.getLogger("example.host");

    @Inject
    TokenRedemption redemption;

    void onBatch(@Observes(during = AFTER_SUCCESS) EnrollmentBatchCreated created) {
        LOG.log(System.Logger.Level.INFO, "Bulk {0}: {1} tokens", created.batchId(), created.tokens());
    }

    @POST
    @Path("{id}")
    public Response enroll(@PathParam("id") String winDeviceId, String credential) {
        try {
            var token = redemption.redeem(new Proof.Credential(credential), winDeviceId);
            return Response.ok(token.email()).build();
        } catch (TokenNotUsable refused) {
            return Response.status(Response.Status.CONFLICT).entity(refused.reason().name()).build();
        }
    }
}
