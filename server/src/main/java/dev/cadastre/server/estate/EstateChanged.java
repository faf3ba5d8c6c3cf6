package dev.cadastre.server.estate;

/**
 * The declared estate is another one. Published in the transaction that stores it; {@link
 * Estate#model()} gives the new one when that has been committed.
 *
 * @param model the estate as it is from now on
 * @param diff what differs from before; never empty
 * @param actor who changed it; {@code system} when the file was saved
 */
public record EstateChanged(EstateModel model, EstateDiff diff, String actor) {}
