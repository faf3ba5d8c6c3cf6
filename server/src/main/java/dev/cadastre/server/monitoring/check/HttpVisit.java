package dev.cadastre.server.monitoring.check;

import java.util.Optional;

/**
 * What came of asking by HTTP.
 *
 * @param last what was asked for at the end
 * @param from the address that answered
 * @param answer to the last request
 * @param certificate what the last server was judged by; empty without TLS
 */
record HttpVisit(
        HttpTarget last, String from, HttpAnswer answer, Optional<CertificateJudge> certificate) {}
