package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.telling.NoticeKind;
import dev.cadastre.server.alerting.telling.Recipient;
import dev.cadastre.server.alerting.telling.ToldNotice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of an incident while it lasts. Those it was escalated to hear of it from then on, and
 * those who were told in the place of others do while these cannot be reached.
 *
 * @param first those who are told first; null if nobody can be
 * @param escalation those who are told when nobody looks after it; null if there are none
 * @param instead those who are told in the place of who cannot be reached; null if there are none
 * @param told what was told already
 */
record Audience(
        @Nullable Recipient first,
        @Nullable Recipient escalation,
        @Nullable Recipient instead,
        List<ToldNotice> told) {

    List<Recipient> of(NoticeKind kind) {
        if (kind == NoticeKind.REDIRECTED) {
            return instead == null ? List.of() : List.of(instead);
        }
        boolean escalates = kind == NoticeKind.ESCALATION;
        boolean escalated = told.stream().anyMatch(one -> one.kind() == NoticeKind.ESCALATION);
        List<Recipient> those = new ArrayList<>();
        if (first != null && !escalates) {
            those.add(first);
        }
        if (escalation != null && (escalates || escalated)) {
            those.add(escalation);
        }
        return those;
    }
}
