package dev.cadastre.server.inventory.upgrade;

import dev.cadastre.probe.Offers;
import dev.cadastre.probe.OffersParser;
import dev.cadastre.probe.OffersProbe;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.asking.HostQuestions;
import dev.cadastre.server.inventory.asking.HostTask;
import dev.cadastre.server.inventory.asking.QuestionProgress;
import dev.cadastre.server.inventory.offer.HostOfferTable;
import dev.cadastre.server.inventory.offer.HostOffers;
import dev.cadastre.server.inventory.support.Support;
import dev.cadastre.server.inventory.upgrade.UpgradeAnswer.State;
import java.time.Clock;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Asks hosts which newer versions their repositories offer of what is judged by its support, and
 * keeps what they say. Thread-safe.
 */
@Service
@NamedInterface("upgrade")
public class UpgradeQuestions extends HostQuestions<String, UpgradeAnswer> {

    private final HostTask task;
    private final HostOfferTable offers;
    private final Support support;
    private final Clock clock;
    private final UpgradeProperties properties;

    UpgradeQuestions(
            HostTask task,
            HostOfferTable offers,
            Support support,
            Clock clock,
            Hosts hosts,
            Access access,
            UpgradeProperties properties) {
        super(hosts, access, properties.atOnce());
        this.task = task;
        this.offers = offers;
        this.support = support;
        this.clock = clock;
        this.properties = properties;
    }

    /** Begins to ask as {@link HostQuestions#begin} does. */
    public QuestionProgress<String, UpgradeAnswer> ask(String query) {
        return begin(query, query);
    }

    /** Begins to ask one host; the caller has made sure that the actor may. */
    public QuestionProgress<String, UpgradeAnswer> ask(Host host) {
        return begin(host.name(), host);
    }

    @Override
    protected UpgradeAnswer ask(Host host, String query) {
        List<String> names = support.packageNames(host.name(), Reach.ALL);
        if (names.isEmpty()) {
            return UpgradeAnswers.without(
                    host,
                    State.NOTHING_KNOWN,
                    "Nothing is known of it whose support is known here.",
                    "Collect it first, if that was never done.");
        }
        String script = OffersProbe.script(names);
        return switch (task.run(host, "upgrades", script, properties.limit())) {
            case HostTask.Result.Answered answered ->
                    OffersParser.parse(answered.output())
                            .map(told -> kept(host, told))
                            .orElseGet(() -> garbled(host, answered.errors()));
            case HostTask.Result.NoAddress none ->
                    UpgradeAnswers.without(host, State.NO_ADDRESS, none.reason(), none.remedy());
            case HostTask.Result.Failed failed ->
                    UpgradeAnswers.without(
                            host, State.UNREACHABLE, failed.reason(), failed.remedy());
        };
    }

    /** What a host without an answer said earlier stays. */
    private UpgradeAnswer kept(Host host, Offers told) {
        offers.put(host.id(), new HostOffers(clock.instant(), told.listed(), told.packages()));
        return UpgradeAnswers.of(host, told, support.upgrades(host.name(), Reach.ALL));
    }

    private static UpgradeAnswer garbled(Host host, String errors) {
        return UpgradeAnswers.without(
                host,
                State.GARBLED,
                HostTask.unanswered(errors),
                "Sign in as the same user and see what its shell prints; a start-up file may.");
    }

    @Override
    protected UpgradeAnswer failed(Host host, RuntimeException failure) {
        return UpgradeAnswers.without(
                host,
                State.UNREACHABLE,
                "The server could not ask it: " + failure,
                "See the server's log.");
    }
}
