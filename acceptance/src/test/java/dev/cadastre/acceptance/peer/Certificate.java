package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** A key and a certificate of a host for thirty days, which only itself has signed. */
record Certificate(String key, String file) {

    /** Makes both in a folder on the host. */
    static Certificate in(LabHost host, String folder) {
        Certificate made = new Certificate(folder + "/key.pem", folder + "/certificate.pem");
        host.run(
                """
                mkdir -p %s
                openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
                    -days 30 -subj /CN=%s -addext subjectAltName=IP:%s -keyout %s -out %s
                """
                        .formatted(folder, host.name(), host.address(), made.key, made.file));
        return made;
    }
}
