package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.domain.retention.ExpiredRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Expired rows, but those that another transaction is changing: they are left for the next time, so that neither waits.
 */
@Dependent
class JdbcExpiredRows implements ExpiredRows {
    private static final String IMPERSONAL = EnrollmentSettings.personal().stream()
            .map(name -> " - '" + name + "'")
            .collect(Collectors.joining("", "settings = (settings::jsonb", ")::text"));

    /** Nobody waits for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EnrollmentDatabase database;

    @Inject
    JdbcExpiredRows(EnrollmentDatabase database) {
        this.database = database.patient(PATIENCE);
    }

    /** Only after their expiry was announced, as of {@link #removeTokens}. */
    @Override
    public int erasePeople(Instant endedBefore, int limit) {
        return database.update("""
                with due as materialized (
                    select id from enrollment.enrollment_token where email is not null and ended_at < ?
                      and ended_at <= (select taken_until from enrollment.expiry_watermark)
                    order by ended_at limit ? for update skip locked)
                update enrollment.enrollment_token t
                set email = null, name = null, address_hash = null, mdm_user_id = null, %s
                from due where t.id = due.id
                """.formatted(IMPERSONAL), timestamp(endedBefore), limit);
    }

    @Override
    public int eraseBatches(Instant expiredBefore, int limit) {
        int rejections = database.update("""
                with due as materialized (
                    select r.batch_id, r.batch_index from enrollment.enrollment_batch b
                    join enrollment.enrollment_rejection r on r.batch_id = b.id
                    where not b.erased and b.last_expire_at < ? and r.email is not null
                    order by b.last_expire_at limit ? for update of r skip locked)
                update enrollment.enrollment_rejection r set email = null, address_hash = null
                from due where r.batch_id = due.batch_id and r.batch_index = due.batch_index
                """, timestamp(expiredBefore), limit);
        return rejections > 0 ? rejections : eraseNames(expiredBefore, limit);
    }

    /** No rejection can be left: a batch gets all of them when it is added. */
    private int eraseNames(Instant expiredBefore, int limit) {
        return database.update("""
                with due as materialized (
                    select id from enrollment.enrollment_batch where not erased and last_expire_at < ?
                    order by last_expire_at limit ? for update skip locked),
                notes as (
                    update enrollment.mailing m set note = null from due where m.batch_id = due.id and m.note is not null)
                update enrollment.enrollment_batch b set erased = true, %s
                from due where b.id = due.id
                """.formatted(IMPERSONAL), timestamp(expiredBefore), limit);
    }

    /** The batch goes last, because its tokens are nothing without it. */
    @Override
    public int removeBatches(Instant expiredBefore, int limit) {
        int tokens = removeTokens(expiredBefore, limit);
        int rejections = tokens > 0 ? 0 : removeRejections(expiredBefore, limit);
        return tokens + rejections > 0 ? tokens + rejections : removeEmptyBatches(expiredBefore, limit);
    }

    private int removeTokens(Instant expiredBefore, int limit) {
        return database.update("""
                with due as materialized (
                    select t.id, t.batch_id, t.batch_index from enrollment.enrollment_batch b
                    join enrollment.enrollment_token t on t.organization_id = b.organization_id and t.batch_id = b.id
                    where b.last_expire_at < ? and t.ended_at <= (select taken_until from enrollment.expiry_watermark)
                    order by b.last_expire_at limit ? for update of t skip locked),
                mail as (
                    delete from enrollment.invitation i using due
                    where i.batch_id = due.batch_id and i.batch_index = due.batch_index)
                delete from enrollment.enrollment_token t using due where t.id = due.id
                """, timestamp(expiredBefore), limit);
    }

    private int removeRejections(Instant expiredBefore, int limit) {
        return database.update("""
                with due as materialized (
                    select r.batch_id, r.batch_index from enrollment.enrollment_batch b
                    join enrollment.enrollment_rejection r on r.batch_id = b.id
                    where b.last_expire_at < ? order by b.last_expire_at limit ? for update of r skip locked)
                delete from enrollment.enrollment_rejection r using due
                where r.batch_id = due.batch_id and r.batch_index = due.batch_index
                """, timestamp(expiredBefore), limit);
    }

    /** Tokens that were locked a moment ago are still there. */
    private int removeEmptyBatches(Instant expiredBefore, int limit) {
        return database.update("""
                with due as materialized (
                    select id from enrollment.enrollment_batch b where last_expire_at < ?
                      and not exists (select from enrollment.enrollment_token t
                                      where t.organization_id = b.organization_id and t.batch_id = b.id)
                      and not exists (select from enrollment.enrollment_rejection r where r.batch_id = b.id)
                    order by last_expire_at limit ? for update skip locked),
                mailings as (delete from enrollment.mailing m using due where m.batch_id = due.id),
                reminders as (delete from enrollment.reminder r using due where r.batch_id = due.id)
                delete from enrollment.enrollment_batch b using due where b.id = due.id
                """, timestamp(expiredBefore), limit);
    }

    @Override
    public int removeSuppressions(Instant before, int limit) {
        return database.update("""
                delete from enrollment.suppression where (organization_id, address_hash) in (
                    select organization_id, address_hash from enrollment.suppression
                    where suppressed_at < ? order by suppressed_at limit ? for update skip locked)
                """, timestamp(before), limit);
    }

    @Override
    public int removeAudit(Instant before, int limit) {
        return database.update("""
                delete from enrollment.enrollment_audit where id in (
                    select id from enrollment.enrollment_audit where at < ? order by at limit ?)
                """, timestamp(before), limit);
    }

    @Override
    public int removeReceipts(Instant before, int limit) {
        return database.update("""
                delete from enrollment.idempotency_record where (organization_id, caller, key) in (
                    select organization_id, caller, key from enrollment.idempotency_record
                    where created_at < ? order by created_at limit ? for update skip locked)
                """, timestamp(before), limit);
    }

    @Override
    public int removeLapsedCounts(int limit) {
        int guesses = database.update(JdbcNetworkGuesses.REMOVE_LAPSED, limit);
        return guesses + database.update("""
                delete from enrollment.hourly_recipients where (organization_id, minute) in (
                    select organization_id, minute from enrollment.hourly_recipients
                    where minute <= now() - interval '61 minutes' limit ? for update skip locked)
                """, limit);
    }

    /** Oldest first: positions grow with time. */
    @Override
    public int removeEvents(Instant before, int limit) {
        return database.update("""
                delete from enrollment.webhook_event where at < ? and position in (
                    select position from enrollment.webhook_event order by position limit ?)
                """, timestamp(before), limit);
    }
}
