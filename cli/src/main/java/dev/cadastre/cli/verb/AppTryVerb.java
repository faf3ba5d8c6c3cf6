package dev.cadastre.cli.verb;

import dev.cadastre.cli.instance.LocalTry;
import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.share.SharePlace;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre app try PARCEL}. */
@Command(
        name = "try",
        description = {
            "Deploy a parcel on this machine, with all that it requires, in a root folder of its own;"
                    + " test it, and keep it until Ctrl-C, which leaves nothing behind.",
            "Needs no server, and the rights of root. Exit status 1 unless it was deployed and its"
                    + " tests were passed."
        },
        footer = {
            "",
            "Example: cadastre app try ./shop",
            "         cadastre app try shop --from parcels -p http.port=8081 --share 2h"
        })
final class AppTryVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "PARCEL",
            description = "its folder, its file (.parcel), NAME, NAME:VERSION, or 'NAME >= 1.4'")
    private String parcel = "";

    @Mixin private final AppTryParcel source = new AppTryParcel();
    @Mixin private final AppValuesGiven values = new AppValuesGiven();
    @Mixin private final ShareOptions share = new ShareOptions();

    @Option(
            names = "--check",
            description = "end as soon as it was tested, for scripts; nothing is kept then")
    private boolean check;

    @Option(
            names = {"-v", "--verbose"},
            description = "show what steps print")
    private boolean verbose;

    AppTryVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        LocalTry.Order order =
                new LocalTry.Order(
                        parcel,
                        source.repository(),
                        source.bases(),
                        source.wishes(),
                        values.values(session, List.of()),
                        check,
                        verbose);
        SharePlace place = share.place(session);
        try (AutoCloseable _ = place == null ? () -> {} : place) {
            return tried(order, place) ? 0 : 1;
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Failure(Failure.Kind.NO, String.valueOf(e.getMessage()), e, "Try it again.");
        }
    }

    private boolean tried(LocalTry.Order order, @Nullable SharePlace place) {
        return Attempt.of(() -> {
            try {
                return new LocalTry(session, order).carryOut(place == null ? null : place::begin);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }
}
