package io.mdm.enrollment.api.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the MDM server around this module knows: organizations, their policies, segments and users. Read only. */
public interface MdmDirectory {

    /** The organization with this id (24 hexadecimal digits, any case) or this slug; an id is looked for first. */
    Optional<Organization> organization(String idOrSlug);

    /** Whether the organization has every one of these Windows policies. */
    default boolean hasPolicies(String organizationId, Set<String> policyIds) {
        return policyNames(organizationId, policyIds).keySet().containsAll(policyIds);
    }

    /**
     * The names of the organization's Windows policies among these.
     *
     * @return the known ones by id
     */
    Map<String, String> policyNames(String organizationId, Set<String> policyIds);

    boolean hasSegment(String organizationId, long segmentId);

    /**
     * The organization's users among these addresses.
     *
     * @param addresses lower-case addresses
     * @return the known ones by lower-case address
     */
    Map<String, MdmUser> usersByAddress(String organizationId, Collection<String> addresses);

    /** The address of the organization's user with this id. */
    Optional<String> addressOf(String organizationId, String userId);
}
