package dev.cadastre.server.web.api;

import dev.cadastre.api.map.Impact;
import dev.cadastre.api.map.SinglePoint;
import dev.cadastre.server.topology.impact.ImpactAnswer;
import dev.cadastre.server.topology.impact.WeakPoint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What falls with what, as it is sent. */
public final class ImpactRecords {

    private static final String MAIL = "email";

    private static final Pattern BETWEEN_ADDRESSES = Pattern.compile("[,;\\s]+");

    private ImpactRecords() {}

    public static Impact impact(ImpactAnswer answer) {
        return new Impact(
                MapRecords.ids(answer.down()),
                answer.fallen().stream().map(ImpactRecords::fallen).toList(),
                answer.reduced().stream().map(ImpactRecords::reduced).toList(),
                answer.owners().stream().map(ImpactRecords::concerned).toList(),
                mail(answer.owners()),
                new TreeMap<>(answer.kinds()),
                answer.omitted());
    }

    private static Impact.Fallen fallen(ImpactAnswer.Fallen fallen) {
        return new Impact.Fallen(
                fallen.asset().toString(),
                fallen.title(),
                fallen.environment(),
                MapRecords.ids(fallen.path()),
                fallen.owner());
    }

    private static Impact.Reduced reduced(ImpactAnswer.Reduced reduced) {
        return new Impact.Reduced(
                reduced.asset().toString(),
                reduced.title(),
                reduced.environment(),
                MapRecords.ids(reduced.lost()),
                MapRecords.ids(reduced.left()),
                reduced.owner());
    }

    private static Impact.ConcernedOwner concerned(ImpactAnswer.Concerned owner) {
        return new Impact.ConcernedOwner(
                owner.team(), new TreeMap<>(owner.contacts()), owner.assets(), owner.reduced());
    }

    /** A team may have several addresses, and several teams may have the same one. */
    private static List<String> mail(List<ImpactAnswer.Concerned> owners) {
        return owners.stream()
                .map(ImpactAnswer.Concerned::contacts)
                .flatMap(ImpactRecords::addresses)
                .distinct()
                .toList();
    }

    private static Stream<String> addresses(Map<String, String> contacts) {
        return BETWEEN_ADDRESSES
                .splitAsStream(contacts.getOrDefault(MAIL, ""))
                .filter(address -> address.indexOf('@') > 0);
    }

    public static SinglePoint point(WeakPoint point) {
        return new SinglePoint(
                point.asset().toString(),
                point.title(),
                point.environment(),
                point.fallen(),
                point.apps());
    }
}
