package io.mdm.enrollment.chaos;

import io.mdm.enrollment.chaos.Invitee.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The people of one run, invited by bulks that remind and some of them by another one as well. */
final class ReminderInvitees {
    /** Seconds before the end: more than an hour apart, or the first would be left out when it comes late. */
    static final List<Integer> REMINDERS = List.of(10_800, 900);

    private static final int MIN_BULK = 300;
    private static final int MAX_BULK = 1_500;

    private final Cluster cluster;
    private final Random random;
    private final Promises promises;

    ReminderInvitees(Cluster cluster, Random random, Promises promises) {
        this.cluster = cluster;
        this.random = random;
        this.promises = promises;
    }

    /** Invites them, and decides in what standing each of them is to be when the reminders come due. */
    List<Invitee> invited(int count) {
        var reminding = new ArrayList<Promise>();
        for (int left = count; left > 0; ) {
            int size = MIN_BULK + random.nextInt(MAX_BULK - MIN_BULK);
            int fitting = left - size < MIN_BULK ? left : size;
            reminding.add(promises.post(promises.bulk(fitting).reminding(REMINDERS)));
            left -= fitting;
        }
        var addresses = new ArrayList<>(
                reminding.stream().flatMap(each -> each.addresses().stream()).toList());
        Collections.shuffle(addresses, random);
        var other = promises.post(Bulk.again(promises.tenant(), addresses.subList(0, count / 10)));
        if (!promises.awaitSettled()) {
            throw new IllegalStateException("the invitations are not sent");
        }
        return people(reminding, other);
    }

    private List<Invitee> people(List<Promise> reminding, Promise other) {
        var tokens = tokens();
        var links = links(reminding);
        var people = new ArrayList<Invitee>();
        for (var promise : reminding) {
            for (var address : promise.addresses()) {
                var token = Objects.requireNonNull(tokens.get(promise.batchId() + " " + address));
                people.add(new Invitee(
                        address,
                        promise.batchId(),
                        token,
                        Objects.requireNonNull(links.get(token)),
                        Optional.ofNullable(tokens.get(other.batchId() + " " + address))
                                .map(links::get),
                        Standing.TO_BE_REMINDED));
            }
        }
        Collections.shuffle(people, random);
        return inTheirStanding(people);
    }

    private Map<String, String> tokens() {
        var tokens = new HashMap<String, String>();
        cluster.database()
                .texts(
                        "select batch_id || ' ' || email || ' ' || id from enrollment.enrollment_token"
                                + " where organization_id = ?",
                        promises.tenant().id())
                .forEach(row ->
                        tokens.put(row.substring(0, row.lastIndexOf(' ')), row.substring(row.lastIndexOf(' ') + 1)));
        return tokens;
    }

    private Map<String, String> links(List<Promise> reminding) {
        var links = new HashMap<String, String>();
        reminding.stream()
                .flatMap(each -> each.addresses().stream())
                .flatMap(address -> cluster.ledger().of(address).stream())
                .forEach(mail -> links.put(ReminderMail.of(mail).tokenId(), mail.link()));
        return links;
    }

    /** Of a hundred four have enrolled, five were invited just now, and one token is revoked. */
    private static List<Invitee> inTheirStanding(List<Invitee> people) {
        int percent = people.size() / 100;
        return Stream.iterate(0, index -> index < people.size(), index -> index + 1)
                .map(index -> {
                    var person = people.get(index);
                    if (index < 4 * percent) {
                        return person.of(
                                person.otherLink().isPresent() ? Standing.ENROLLED_OTHERWISE : Standing.ENROLLED);
                    }
                    if (index < 9 * percent) {
                        return person.of(Standing.JUST_INVITED);
                    }
                    return index < 10 * percent ? person.of(Standing.REVOKED) : person;
                })
                .toList();
    }
}
