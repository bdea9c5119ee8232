package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.ReplayWebhook;
import io.mdm.enrollment.api.Webhooks;
import io.mdm.enrollment.api.webhook.WebhookScope;
import io.mdm.enrollment.api.webhook.WebhookStatus;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;

@PermitAll
@Stateless(name = "Webhooks")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class WebhooksBean implements Webhooks {
    @Inject
    Webhooks webhooks;

    @Override
    public List<WebhookStatus> list(String organizationId, WebhookScope scope) {
        return webhooks.list(organizationId, scope);
    }

    @Override
    public WebhookStatus replay(ReplayWebhook command) {
        return webhooks.replay(command);
    }
}
