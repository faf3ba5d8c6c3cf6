package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import dev.cadastre.parcel.trust.Signer;

/**
 * Somebody who signs parcels, as the file declares them.
 *
 * @param signer with the key, and until when it is taken
 * @param origin where it is defined
 */
public record DeclaredSigner(Signer signer, Origin origin) {}
