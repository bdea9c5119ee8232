package io.mdm.enrollment.api.spi;

/**
 * CDI event: a wrong code was presented with an address, invited or not.
 *
 * @param locked tokens whose code stopped working with it
 */
public record WrongCode(int locked) {}
