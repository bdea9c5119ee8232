package io.mdm.enrollment.web.resend;

import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.ValueReader;

/** A body that says nothing: an object without members. */
record NothingReader(StrictJson json) implements BodyReader<Boolean> {
    static final String FORM = "{}";

    @Override
    public void read() {
        new ValueReader(json, FORM).object(key -> json.refuseUnknown());
    }

    @Override
    public Boolean request() {
        return true;
    }
}
