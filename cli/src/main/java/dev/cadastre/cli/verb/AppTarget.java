package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppName;
import picocli.CommandLine.Parameters;

/** Which app a command is about. */
final class AppTarget {

    @Parameters(index = "0", paramLabel = "APP", description = "NAME@ENVIRONMENT, as in shop@qa")
    private String app = "";

    AppName name() {
        return AppName.of(app);
    }
}
