package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import picocli.CommandLine;

/** The verbs below {@code cadastre asset} that tell of assets. */
public final class AssetToldVerbs {

    private AssetToldVerbs() {}

    /** Adds them. */
    public static CommandLine below(CommandLine asset, Session session) {
        return asset.addSubcommand(new AssetSetVerb(session))
                .addSubcommand(new AssetRemoveVerb(session))
                .addSubcommand(new AssetImportVerb(session));
    }
}
