package dev.cadastre.server.web.api.telling;

import dev.cadastre.api.telling.ChannelKind;
import dev.cadastre.api.telling.Delivery;
import dev.cadastre.api.telling.DeliveryState;
import dev.cadastre.api.telling.NoticeKind;
import dev.cadastre.api.telling.TeamChannels;
import dev.cadastre.api.telling.TellingStatus;
import dev.cadastre.server.alerting.delivering.Deliveries;
import dev.cadastre.server.alerting.delivering.DeliveryLine;
import dev.cadastre.server.monitoring.definition.TimeSpan;

/** How telling is doing, as it is sent. */
final class TellingRecords {

    private TellingRecords() {}

    static Delivery delivery(DeliveryLine one) {
        return new Delivery(
                one.id().toString(),
                one.incident(),
                one.environment(),
                NoticeKind.valueOf(one.kind().name()),
                one.subject(),
                one.team(),
                ChannelKind.valueOf(one.channel().name()),
                one.address(),
                DeliveryState.valueOf(one.state().name()),
                one.attempts(),
                one.madeAt(),
                one.dueAt(),
                one.triedAt(),
                one.endedAt(),
                one.said());
    }

    static TellingStatus status(Deliveries.Status status) {
        return new TellingStatus(
                status.waiting(),
                status.retried(),
                status.failed(),
                status.nobodyToTell().stream()
                        .map(one ->
                                new TellingStatus.Untold(
                                        one.incident(),
                                        one.title(),
                                        one.environment(),
                                        one.why(),
                                        one.since()))
                        .toList());
    }

    static TeamChannels team(dev.cadastre.server.alerting.delivering.TeamChannels team) {
        return new TeamChannels(
                team.team(),
                team.channels().stream().map(TellingRecords::channel).toList(),
                team.escalation(),
                TimeSpan.format(team.escalateAfter()),
                TimeSpan.format(team.remindEvery()),
                team.fallback(),
                team.problems());
    }

    private static TeamChannels.TeamChannel channel(
            dev.cadastre.server.alerting.delivering.TeamChannels.TeamChannel one) {
        return new TeamChannels.TeamChannel(
                ChannelKind.valueOf(one.channel().name()),
                one.address(),
                one.hindrance(),
                one.triedAt(),
                one.delivered(),
                one.said());
    }
}
