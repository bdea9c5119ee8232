package io.mdm.enrollment.chaos;

import io.mdm.enrollment.chaos.Invitee.Standing;
import io.mdm.enrollment.support.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * One run: all reminders come due at once, and while they are promised and sent, and people enroll, everything dies, at
 * moments that the seed decides. Then the next reminders come due within the hour.
 */
final class ReminderHavoc {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** How long sending all would take, so that something is left to send when the last has died. */
    private static final Duration ALL = Duration.ofMinutes(5);

    private static final String PROMISED = """
            select count(*) from enrollment.mailing m join enrollment.enrollment_batch b on b.id = m.batch_id
            where b.organization_id = ?
            """;

    private final Cluster cluster;
    private final Database database;
    private final Random random;
    private final int invitations;
    private final RunLog log;
    private final Promises promises;
    private final List<Death> deaths = new ArrayList<>();
    private int kills;

    ReminderHavoc(Cluster cluster, long seed, int invitations, RunLog log) {
        this.cluster = cluster;
        this.database = cluster.database();
        this.random = new Random(seed);
        this.invitations = invitations;
        this.log = log;
        this.promises = new Promises(cluster, random);
    }

    /** Whether everything was as promised, which is printed. */
    boolean isSurvived() throws InterruptedException {
        cluster.nodes().forEach(Node::awaitUp);
        var people = new ReminderInvitees(cluster, random, promises).invited(invitations);
        prepare(people);
        int unansweredBefore = cluster.relay().unanswered();
        cluster.relay().lie(new Lies(random.nextLong()));
        try (var meanwhile = new Enrollments(cluster, promises.tenant())) {
            meanwhile.begin(
                    people.stream().filter(isIn(Standing.TO_BE_REMINDED)).iterator());
            boolean settled = sendFirst(people);
            long wrongMailings = wrongMailings(1);
            settled &= sendSecond();
            meanwhile.stop();
            cluster.nodes().forEach(Node::awaitUp);
            cluster.relay().speakTheTruth();
            wrongMailings += wrongMailings(2);
            var claims = ReminderClaims.of(database, promises.tenant().id());
            int unanswered = cluster.relay().unanswered() - unansweredBefore;
            boolean arrivedRight =
                    arrivedRight(ReminderFindings.of(people, cluster.ledger(), meanwhile.told(), claims), unanswered);
            boolean storedRight = isStoredRight(settled, wrongMailings);
            return arrivedRight && storedRight;
        }
    }

    private boolean arrivedRight(ReminderFindings findings, int unanswered) {
        findings.tell(log);
        log.tell(
                "  %d kills, %d lanes under way at them; %d mails may have been taken without an answer",
                kills, deaths.stream().mapToInt(Death::lanes).sum(), unanswered);
        return findings.areGood(
                allWorkers(),
                unanswered + deaths.stream().mapToInt(Death::workers).sum());
    }

    private boolean isStoredRight(boolean settled, long wrongMailings) {
        long wrongReports = promises.wrongReports();
        log.tell(
                "  bulks whose mailings are not one for each reminder: %d; reports that do not add up: %d; settled: %s",
                wrongMailings, wrongReports, settled ? "yes" : "NO");
        return settled && wrongMailings == 0 && wrongReports == 0;
    }

    /** Has everybody in their standing. */
    private void prepare(List<Invitee> people) {
        try (var before = new Enrollments(cluster, promises.tenant())) {
            before.enroll(people.stream()
                    .filter(isIn(Standing.ENROLLED).or(isIn(Standing.ENROLLED_OTHERWISE)))
                    .toList());
        }
        database.update(
                "update enrollment.enrollment_token set state = 'DELETED', updated_at = now()"
                        + " where id = any(string_to_array(?, ' '))",
                tokens(people, Standing.REVOKED));
        database.update(
                """
                update enrollment.invitation i
                set sent_at = sent_at - case when t.id = any(string_to_array(?, ' ')) then interval '20 minutes' else interval '61 minutes' end
                from enrollment.enrollment_token t
                where t.batch_id = i.batch_id and t.batch_index = i.batch_index and t.organization_id = ?
                """, tokens(people, Standing.JUST_INVITED), promises.tenant().id());
    }

    private static String tokens(List<Invitee> people, Standing standing) {
        return people.stream().filter(isIn(standing)).map(Invitee::tokenId).collect(Collectors.joining(" "));
    }

    private static Predicate<Invitee> isIn(Standing standing) {
        return person -> person.standing() == standing;
    }

    private boolean sendFirst(List<Invitee> people) {
        cluster.relay().thinkFor(ALL.multipliedBy(allWorkers()).dividedBy(people.size()));
        letComeDue(ReminderInvitees.REMINDERS.get(0));
        log.tell("reminders of %d people come due", people.size());
        awaitPromises(1);
        killWhoPromises();
        during(this::breakRelay);
        during(this::refuseWrites);
        during(this::crashDatabase);
        during(() -> kill(anyBusy(), "kill -9 of a node"));
        during(this::killAll);
        log.tell("  %d mails have left so far", mailsTo(people));
        cluster.relay().thinkFor(Duration.ZERO);
        return areDone();
    }

    /** Everybody to whom they would go was mailed within the hour, or has enrolled. */
    private boolean sendSecond() {
        cluster.nodes().forEach(Node::awaitUp);
        long before = promised();
        letComeDue(ReminderInvitees.REMINDERS.get(1));
        awaitPromises(before + 1);
        crashDatabase();
        return areDone();
    }

    /** The tokens end so many seconds from now, and the task looks at once. */
    private void letComeDue(int beforeExpiry) {
        var organization = promises.tenant().id();
        database.update(
                "update enrollment.enrollment_token set expire_at = now() + make_interval(secs => ?) where organization_id = ?",
                beforeExpiry - 1,
                organization);
        database.update("""
                update enrollment.reminder r set due_at = now() from enrollment.enrollment_batch b
                where b.id = r.batch_id and b.organization_id = ? and r.before_expiry = ?
                """, organization, beforeExpiry);
        database.update(
                "update enrollment.scheduled_tasks set execution_time = now() where task_name = 'reminders' and not picked");
    }

    private void awaitPromises(long mailings) {
        Awaitility.await("promised reminders")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> promised() >= mailings);
    }

    private long promised() {
        return database.number(PROMISED, promises.tenant().id());
    }

    /** Whether all that were due are promised, and all that were promised are settled. */
    private boolean areDone() {
        Awaitility.await("reminders that are promised")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> database.number("select count(*) from enrollment.reminder where due_at <= now()"),
                        due -> due == 0);
        return promises.awaitSettled();
    }

    /** Bulks that remind and have not so many mailings, one for each reminder. */
    private long wrongMailings(int each) {
        return database.number("""
                select count(*) from enrollment.enrollment_batch b where b.organization_id = ?
                and (select count(*) from enrollment.mailing m where m.batch_id = b.id)
                    <> case when exists (select from enrollment.reminder r where r.batch_id = b.id) then ? else 0 end
                """, promises.tenant().id(), each);
    }

    private long mailsTo(List<Invitee> people) {
        return people.stream()
                .flatMap(person -> cluster.ledger().of(person.address()).stream())
                .filter(mail -> !ReminderMail.of(mail).isInvitation())
                .count();
    }

    /** All nodes are up and some more has arrived; then the deed is done. */
    private void during(Runnable deed) {
        cluster.nodes().forEach(Node::awaitUp);
        long arrived = cluster.ledger().mails() + 1 + random.nextInt(invitations / 50);
        Awaitility.await("the moment")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> cluster.ledger().mails() >= arrived);
        deed.run();
    }

    private void killWhoPromises() {
        var picked = database.texts(
                "select picked_by from enrollment.scheduled_tasks where task_name = 'reminders' and picked");
        var promising = cluster.nodes().stream()
                .filter(node -> picked.stream().anyMatch(by -> by.contains("/" + node.pid() + "/")))
                .findFirst();
        kill(
                promising.orElseGet(() -> cluster.anyUp(random)),
                "kill -9 of " + (promising.isPresent() ? "the node that promises" : "a node") + " after " + promised()
                        + " promises");
    }

    private void kill(Node victim, String what) {
        var lanes = Death.lanesOf(victim, cluster);
        victim.kill();
        kills++;
        deaths.add(new Death("one node", Death.WORKERS_OF_A_NODE, lanes));
        victim.start();
        log.tell("%s with %d lanes under way", what, lanes.size());
    }

    private Node anyBusy() {
        return Awaitility.await("a busy node")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> cluster.anyUp(random),
                        node -> !Death.lanesOf(node, cluster).isEmpty());
    }

    private void killAll() {
        var lanes = Death.allLanes(cluster);
        cluster.nodes().forEach(Node::kill);
        kills += cluster.nodes().size();
        deaths.add(new Death("all nodes", allWorkers(), lanes));
        cluster.nodes().forEach(Node::start);
        log.tell("kill -9 of all nodes with %d lanes under way", lanes.size());
    }

    private void crashDatabase() {
        var lanes = Death.allLanes(cluster);
        deaths.add(new Death("database", allWorkers(), lanes));
        cluster.postgres().crash();
        kills++;
        var away = upTo(Duration.ofSeconds(8));
        log.tell("database killed with %d lanes under way, away for %s", lanes.size(), RunLog.seconds(away));
        Pause.of(away);
        cluster.postgres().startAgain();
    }

    private void refuseWrites() {
        var away = upTo(Duration.ofSeconds(15));
        log.tell("database refuses writes for %s", RunLog.seconds(away));
        deaths.add(new Death("database that cannot write", allWorkers(), Map.of()));
        cluster.postgres().refuseWrites();
        Pause.of(away);
        cluster.postgres().acceptWrites();
    }

    private void breakRelay() {
        var away = upTo(Duration.ofSeconds(5));
        log.tell("relay breaks all connections and refuses new ones for %s", RunLog.seconds(away));
        cluster.relay().goAway();
        Pause.of(away);
        cluster.relay().comeBack();
    }

    private int allWorkers() {
        return cluster.nodes().size() * Death.WORKERS_OF_A_NODE;
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(1 + random.nextInt((int) most.toMillis()));
    }
}
