package dev.cadastre.cli;

import java.util.List;

/** What tests of deployments look at. */
abstract class DeployedApps extends ServedApps {

    static final String RUNS = "POST /api/v1/runs";

    List<String> written() {
        return server.lines().stream().filter(line -> line.startsWith("POST")).toList();
    }
}
