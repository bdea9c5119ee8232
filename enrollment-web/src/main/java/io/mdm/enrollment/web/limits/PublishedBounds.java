package io.mdm.enrollment.web.limits;

import io.mdm.enrollment.api.InvitationPreview;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.http.LimitsBody.Limits;
import io.mdm.enrollment.api.http.LimitsBody.Range;
import io.mdm.enrollment.api.http.LimitsBody.Reminders;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.web.body.SettingsFields;
import io.mdm.enrollment.web.body.TextRules;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Bounds of requests, each from where it is enforced. */
@Dependent
class PublishedBounds {
    private final RequestLimits requests;
    private final ModuleConfiguration module;

    @Inject
    PublishedBounds(RequestLimits requests, ModuleConfiguration module) {
        this.requests = requests;
        this.module = module;
    }

    Limits limits() {
        return new Limits(
                requests.recipients(),
                requests.bodyBytes(),
                TextRules.MAX_LINE_UNITS,
                TextRules.MAX_LINE_UNITS,
                SettingsFields.MAX_TAGS,
                requests.emailText(),
                new Range(requests.durationMin(), requests.durationMax()),
                SettingsFields.MAX_ASSIGNMENTS,
                new Range(SettingsFields.MIN_PRIORITY, SettingsFields.MAX_PRIORITY),
                module.hourlyRecipients(),
                module.resendInterval(),
                new Reminders(IssueTokens.MAX_REMINDERS, IssueTokens.REMINDER_MARGIN),
                IssueTokens.MAX_AHEAD,
                InvitationPreview.MAX_HOURLY_TESTS);
    }
}
