package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.parcel.ParcelJson;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre parcel show PARCEL}. */
@Command(
        name = "show",
        description =
                "Show what a parcel is, provides, requires and needs; none of its layers is read.",
        footer = {
            "",
            "Example: cadastre parcel show shop-1.4.2.parcel",
            "         cadastre parcel show postgresql:1.0.0 --from oci://registry.example.com/parcels"
        })
final class ParcelShowVerb implements Callable<Integer> {

    private static final List<Column> PARAMETERS =
            List.of(
                    Column.of("PARAMETER", "name"),
                    Column.of("TYPE", "type"),
                    Column.of("DEFAULT", "default"),
                    Column.of("FROM", "from"),
                    Column.of(
                            "SECRET",
                            item -> item.at("secret").equals(new Json.Truth(true)) ? "yes" : ""),
                    Column.of("MEANING", "description"));

    private final Session session;

    @Mixin private final ParcelChoice choice = new ParcelChoice();

    @Option(names = "--parameters", description = "show its parameters")
    private boolean parameters;

    ParcelShowVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json parcel =
                Attempt.of(() -> {
                    try (OpenParcel open = choice.open(session)) {
                        return ParcelJson.of(open.require(choice.text()), open.signatures().size());
                    }
                });
        if (parameters && session.printer().format() != Format.JSON) {
            session.printer().items(parcel, parcel.list("parameters"), PARAMETERS);
        } else {
            session.printer().attributes(parcel, ParcelJson.ONE);
        }
        return 0;
    }
}
