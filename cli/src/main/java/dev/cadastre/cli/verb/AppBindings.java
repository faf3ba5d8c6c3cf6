package dev.cadastre.cli.verb;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which apps meet an app's requirements. */
final class AppBindings {

    @Option(
            names = "--bind",
            paramLabel = "BINDING=APP",
            description =
                    "the app that meets a requirement, or what it is called if it is deployed")
    private Map<String, String> chosen = new LinkedHashMap<>();

    /** By the binding. */
    Map<String, String> chosen() {
        return chosen;
    }
}
