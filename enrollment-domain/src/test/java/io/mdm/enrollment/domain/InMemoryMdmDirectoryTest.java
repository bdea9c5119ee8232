package io.mdm.enrollment.domain;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
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
