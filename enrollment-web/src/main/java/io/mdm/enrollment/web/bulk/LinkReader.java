package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.InvitationResending.Link;

/** What the body of a resend says of the link. */
final class LinkReader {
    private final StrictJson json;
    private final ValueReader values;

    private Link link = Link.SAME;

    LinkReader(StrictJson json) {
        this.json = json;
        this.values = new ValueReader(json, "{\"rotate\":true}");
    }

    /** Reads the value at hand, which should be the whole body. */
    void read() {
        values.object(this::readMember);
    }

    /** The link, if nothing was refused while it was read. */
    Link link() {
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
