package dev.cadastre.server.web.api.incident;

import dev.cadastre.api.incident.AffectedAssets;
import dev.cadastre.api.incident.EarlierChange;
import dev.cadastre.api.incident.Incident;
import dev.cadastre.api.incident.IncidentComment;
import dev.cadastre.api.incident.IncidentFailure;
import dev.cadastre.api.incident.IncidentState;
import dev.cadastre.api.incident.IncidentStory;
import dev.cadastre.api.incident.Silence;
import dev.cadastre.api.map.AssetOwner;
import dev.cadastre.api.monitor.MonitorState;
import dev.cadastre.server.alerting.Affected;
import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.monitoring.window.Window;
import org.jspecify.annotations.Nullable;

/** What is known of incidents, as it is sent. */
final class IncidentRecords {

    private IncidentRecords() {}

    static Incident incident(dev.cadastre.server.alerting.Incident one, @Nullable Window silence) {
        return new Incident(
                one.id(),
                one.title(),
                one.cause(),
                one.environment(),
                IncidentState.valueOf(one.state().name()),
                MonitorState.valueOf(one.severity().name()),
                one.openedAt(),
                one.acknowledgedAt(),
                one.acknowledgedBy(),
                one.resolvedAt(),
                one.resolvedBy(),
                one.mergedInto(),
                one.owner(),
                one.failures(),
                one.unreachable(),
                silence == null ? null : silence(silence));
    }

    static IncidentStory story(dev.cadastre.server.alerting.IncidentStory one, Incident incident) {
        return new IncidentStory(
                incident,
                one.failures().stream().map(IncidentRecords::failure).toList(),
                affected(one.affected()),
                one.before().stream().map(IncidentRecords::change).toList(),
                one.owner() == null ? null : owner(one.owner()),
                one.comments().stream().map(IncidentRecords::comment).toList());
    }

    private static IncidentFailure failure(Failure one) {
        return new IncidentFailure(
                one.key(),
                one.monitor(),
                one.name(),
                one.asset(),
                one.environment(),
                MonitorState.valueOf(one.state().name()),
                one.output(),
                one.since(),
                one.until(),
                one.ended());
    }

    private static AffectedAssets affected(Affected one) {
        return new AffectedAssets(one.assets(), one.monitors(), one.apps(), one.teams());
    }

    private static EarlierChange change(dev.cadastre.server.alerting.EarlierChange one) {
        return new EarlierChange(
                one.event(),
                one.at(),
                one.asset(),
                one.kind(),
                one.summary(),
                one.actor(),
                one.distance(),
                one.path(),
                one.noticedAfter());
    }

    private static AssetOwner owner(dev.cadastre.server.topology.AssetOwner one) {
        return new AssetOwner(
                one.team(),
                one.contacts(),
                one.reason(),
                one.inheritedFrom() == null ? null : one.inheritedFrom().toString());
    }

    static IncidentComment comment(dev.cadastre.server.alerting.IncidentComment one) {
        return new IncidentComment(one.at(), one.by(), one.text());
    }

    static Silence silence(Window one) {
        return new Silence(
                one.id(),
                one.asset(),
                one.q(),
                one.begins(),
                one.ends(),
                one.reason(),
                one.madeAt(),
                one.madeBy());
    }
}
