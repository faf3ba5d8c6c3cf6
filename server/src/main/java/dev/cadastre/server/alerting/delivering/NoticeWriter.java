package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.message.Message;
import dev.cadastre.server.alerting.message.Messages;
import dev.cadastre.server.alerting.message.Notice;
import dev.cadastre.server.alerting.telling.PlannedNotice;
import dev.cadastre.server.alerting.telling.Recipient;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes notices together with their deliveries: both are there, or neither is. A notice that is
 * there already is left as it is.
 */
@Component
class NoticeWriter {

    private final IncidentSource incidents;
    private final NoticeTable notices;
    private final DeliveryTable deliveries;
    private final PublicAddress address;
    private final Courier courier;
    private final TransactionTemplate transaction;

    NoticeWriter(
            IncidentSource incidents,
            NoticeTable notices,
            DeliveryTable deliveries,
            PublicAddress address,
            Courier courier,
            TransactionTemplate transaction) {
        this.incidents = incidents;
        this.notices = notices;
        this.deliveries = deliveries;
        this.address = address;
        this.courier = courier;
        this.transaction = transaction;
    }

    /** To these teams. */
    void write(Incident incident, PlannedNotice notice, List<Recipient> teams, Instant now) {
        Map<Address, DeliveryTable.Told> to = new LinkedHashMap<>();
        for (Recipient team : teams) {
            team.contacts().stream()
                    .map(Address::of)
                    .forEach(one ->
                            to.putIfAbsent(one, new DeliveryTable.Told(team.team().team(), one)));
        }
        write(incident, notice, to.values(), now);
    }

    /** To everybody who heard of the incident. */
    void writeToAllTold(Incident incident, PlannedNotice notice, Instant now) {
        Map<Address, DeliveryTable.Told> to = new LinkedHashMap<>();
        deliveries.told(incident.id()).forEach(one -> to.putIfAbsent(one.address(), one));
        write(incident, notice, to.values(), now);
    }

    private void write(
            Incident incident,
            PlannedNotice notice,
            Collection<DeliveryTable.Told> to,
            Instant now) {
        Message message =
                Messages.of(
                        new Notice(
                                notice.kind(),
                                notice.reason(),
                                incidents.story(incident.id()),
                                now,
                                address.ofIncident(incident.id())));
        transaction.executeWithoutResult(_ -> {
            OptionalLong id = notices.add(incident.id(), notice, message, now);
            if (id.isPresent()) {
                to.forEach(one ->
                        deliveries.add(UUID.randomUUID(), id.getAsLong(), incident, one, now));
            }
        });
        courier.wake();
    }
}
