package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.ErasedPerson;
import io.mdm.enrollment.api.PersonErasure;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "PersonErasure")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class PersonErasureBean implements PersonErasure {
    @Inject
    PersonErasure erasure;

    @Override
    public ErasedPerson erase(String organizationId, String email) {
        return erasure.erase(organizationId, email);
    }
}
