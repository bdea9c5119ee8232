package io.mdm.enrollment.web.resend;

import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.ValueReader;

/** What the body of a resend says of the link. */
final class LinkReader implements BodyReader<LinkRotation> {
    static final String FORM = "{\"rotate\":true}";

    private final StrictJson json;
    private final ValueReader values;

    private LinkRotation rotation = LinkRotation.KEEP;

    LinkReader(StrictJson json) {
        this.json = json;
        this.values = new ValueReader(json, FORM);
    }

    @Override
    public void read() {
        values.object(this::readMember);
    }

    @Override
    public LinkRotation request() {
        return rotation;
    }

    private void readMember(String key) {
        if (key.equals("rotate")) {
            rotation = values.bool() ? LinkRotation.ROTATE : LinkRotation.KEEP;
        } else {
            json.refuseUnknown();
        }
    }
}
