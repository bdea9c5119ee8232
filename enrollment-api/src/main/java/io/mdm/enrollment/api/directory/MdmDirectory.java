package io.mdm.enrollment.api.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Directory of the MDM server: organizations with their policies, segments and users. Read only. */
public interface MdmDirectory {

    /**
     * The organization with this id, if the name is of 24 hexadecimal digits in any case; else the one with this slug.
     * A slug of such digits never counts.
     */
    Optional<Organization> organization(String idOrSlug);

    /** Whether the organization has every one of these Windows policies. */
    default boolean hasPolicies(String organizationId, Set<String> policyIds) {
        return policyNames(organizationId, policyIds).keySet().containsAll(policyIds);
    }

    /**
     * Names of Windows policies of the organization.
     *
     * @return names by id, known policies only
     */
    Map<String, String> policyNames(String organizationId, Set<String> policyIds);

    boolean hasSegment(String organizationId, long segmentId);

    /** Whether the organization has every one of these segments. */
    default boolean hasSegments(String organizationId, Set<Long> segmentIds) {
        return segmentIds.stream().allMatch(id -> hasSegment(organizationId, id));
    }

    /**
     * Users of the organization by address.
     *
     * @param addresses lower-case addresses
     * @return users by lower-case address, known users only
     */
    Map<String, MdmUser> usersByAddress(String organizationId, Collection<String> addresses);

    /** Address of a user of the organization. */
    Optional<String> addressOf(String organizationId, String userId);
}
