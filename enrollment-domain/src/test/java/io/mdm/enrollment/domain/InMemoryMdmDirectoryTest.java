package io.mdm.enrollment.domain;

import io.mdm.enrollment.api.MdmDirectory;
import io.mdm.enrollment.api.MdmUser;
import io.mdm.enrollment.api.Organization;
import java.util.Map;
import java.util.Set;

class InMemoryMdmDirectoryTest extends MdmDirectoryContract {
    private final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();

    @Override
    protected MdmDirectory directory() {
        return directory;
    }

    @Override
    protected void known(
            Organization organization, Set<String> policyIds, Set<Long> segmentIds, Map<String, MdmUser> users) {
        directory.add(organization, policyIds, segmentIds, users);
    }
}
