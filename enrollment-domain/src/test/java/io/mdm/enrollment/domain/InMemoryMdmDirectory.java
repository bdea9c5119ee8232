package io.mdm.enrollment.domain;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.ObjectIdFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

public final class InMemoryMdmDirectory implements MdmDirectory {
    private final List<Organization> organizations = new ArrayList<>();
    private final Map<String, Set<String>> policies = new HashMap<>();
    private final Map<String, Set<Long>> segments = new HashMap<>();
    private final Map<String, Map<String, MdmUser>> users = new HashMap<>();

    /** @param users by their address, in any case */
    public void add(
            Organization organization, Set<String> policyIds, Set<Long> segmentIds, Map<String, MdmUser> users) {
        organizations.add(organization);
        policies.put(organization.id(), policyIds);
        segments.put(organization.id(), segmentIds);
        var byAddress = new HashMap<String, MdmUser>();
        users.forEach((address, user) -> byAddress.put(address.toLowerCase(Locale.ROOT), user));
        this.users.put(organization.id(), byAddress);
    }

    public void add(Organization organization) {
        add(organization, Set.of(), Set.of(), Map.of());
    }

    public void remove(Organization organization) {
        organizations.remove(organization);
    }

    @Override
    public Optional<Organization> organization(String idOrSlug) {
        boolean isId = ObjectIdFormat.matches(idOrSlug);
        var name = isId ? idOrSlug.toLowerCase(Locale.ROOT) : idOrSlug;
        return organizations.stream()
                .filter(organization -> name.equals(isId ? organization.id() : organization.slug()))
                .findFirst();
    }

    @Override
    public Map<String, String> policyNames(String organizationId, Set<String> policyIds) {
        return policies.getOrDefault(organizationId, Set.of()).stream()
                .filter(policyIds::contains)
                .collect(Collectors.toMap(Function.identity(), policy -> "Policy"));
    }

    @Override
    public boolean hasSegment(String organizationId, long segmentId) {
        return segments.getOrDefault(organizationId, Set.of()).contains(segmentId);
    }

    @Override
    public Map<String, MdmUser> usersByAddress(String organizationId, Collection<String> addresses) {
        var found = new HashMap<>(users.getOrDefault(organizationId, Map.of()));
        found.keySet().retainAll(new HashSet<>(addresses));
        return found;
    }

    @Override
    public Optional<String> addressOf(String organizationId, String userId) {
        return users.getOrDefault(organizationId, Map.of()).entrySet().stream()
                .filter(user -> user.getValue().id().equals(userId))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
