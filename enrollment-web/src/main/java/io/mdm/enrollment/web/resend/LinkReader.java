package io.mdm.enrollment.web.resend;

import io.mdm.enrollment.api.InvitationResending.Link;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.ValueReader;

/** What the body of a resend says of the link. */
final class LinkReader implements BodyReader<Link> {
    static final String FORM = "{\"rotate\":true}";

    private final StrictJson json;
    private final ValueReader values;

    private Link link = Link.SAME;

    LinkReader(StrictJson json) {
        this.json = json;
        this.values = new ValueReader(json, FORM);
    }

    @Override
    public void read() {
        values.object(this::readMember);
    }

    @Override
    public Link request() {
        return link;
    }

    private void readMember(String key) {
        if (key.equals("rotate")) {
            link = values.truth() ? Link.ROTATED : Link.SAME;
        } else {
            json.refuseUnknown();
        }
    }
}
