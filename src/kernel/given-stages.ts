/**
 * Stages of an arrangement by themselves, for maps so large that no memory holds all of them: each has an instance of
 * its own, which is given what the one before has left.
 *
 *     nodes, edges, steps along rings, pieces ──► outlines, edges with their sides
 *     nodes, edges ──► faces
 */
import { takePieces } from './cutting';
import { edgeCount, ends } from './edges';
import { findFaces, startFaces } from './faces';
import { startHalfEdges } from './half-edges';
import { nodeCount } from './nodes';
import { findOutlines } from './outlines';
import { takeSteps } from './rings';
import { findSides } from './sides';
import * as turns from './turns';

/**
 * Finds the outlines of rings, and which of them each of the edges given bounds; edges that bound nothing are dropped.
 * Ring r has steps stepStart[r] to stepStart[r + 1] - 1; pieces are as cutEdges leaves them.
 */
export function boundGiven(
  steps: usize,
  stepStart: usize,
  rings: i32,
  pieceStart: usize,
  piece: usize,
): void {
  takeSteps(steps, stepStart, rings);
  takePieces(pieceStart, piece);
  findOutlines();
  findSides();
}

/** Finds the faces between the edges given. */
export function faceGiven(): void {
  startFaces(2 * edgeCount);
  startHalfEdges(ends, edgeCount);
  turns.startTurns(2 * edgeCount);
  turns.sortTurns(0, nodeCount, turns.ofNode, turns.leaving);
  findFaces();
}
